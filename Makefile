# The commands a person needs. Each one sets up what it needs; see scripts/.
.DEFAULT_GOAL := help
.PHONY: help run test check bench setup format

help: ## lists the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

run: ## builds and opens the window on the demo house (without a display: writes its audit report)
	@scripts/run.sh

test: ## everything: check, all suites, pages in Chromium, journeys in the real window
	@scripts/test.sh

check: ## the fast gate: format, lints, core tests, types, architecture rules
	@scripts/check.sh

bench: ## benchmarks of the core and figures of whole processes
	@scripts/bench.sh

setup: ## installs system packages and npm packages, skips what is there
	@scripts/setup.sh

format: ## formats Rust, TypeScript, Svelte and the page tests
	@scripts/format.sh
