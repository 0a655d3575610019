import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { roomRules } from './tests/rooms.mjs';

export default defineConfig(
  {
    ignores: [
      'dist',
      '.dist/',
      'dist-redaction',
      '.dist-redaction/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'test-results/',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      'max-lines': ['error', 250],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  ...roomRules,
);
