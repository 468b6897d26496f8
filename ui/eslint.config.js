import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The carrier is the only file that may know Tauri; nothing is kept in the browser's own stores. */
const grenzen = {
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/ipc may know the carrier.' }] },
  ],
  'no-restricted-globals': [
    'error',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'alert',
    'confirm',
    'prompt',
  ],
  'no-console': 'error',
};

export default ts.config(
  { ignores: ['dist/', 'src/ipc/bindings.ts'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } }, rules: grenzen },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { files: ['src/ipc/**'], rules: { 'no-restricted-imports': 'off' } },
  // Links are hash links made by `verweis()`; SvelteKit's rule does not apply without SvelteKit.
  { files: ['**/*.svelte'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
  // Plain collections are used on purpose where nothing is drawn from them; keyless each only draws bones.
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off', 'svelte/require-each-key': 'off' },
  },
);
