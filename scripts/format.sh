#!/usr/bin/env bash
source "$(dirname "$0")/parts.sh"
npm_packages ui
cargo fmt --all
npm --prefix ui run format
ui/node_modules/.bin/prettier --write tests/pages tests/e2e/finde.js
