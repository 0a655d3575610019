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
    files: ['src/**/*.ts'],
    // tsconfig.json leaves out folders whose name begins with a dot.
    ignores: ['src/pages/.well-known/**'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Objects are closures here: their methods do not read `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Values of forms, YAML and JSX are written as scalars.
      '@typescript-eslint/no-base-to-string': 'off',
      // "return next()" ends a function without a value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Texts are split into characters on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // TypeScript alone cannot read the types of components (.astro) and of Takumi's styles.
    files: [
      'src/components/**/*.ts',
      'src/layouts/*.ts',
      'src/pages/**/*.ts',
      'src/images/social-card-layout.ts',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // A promise that nobody awaits would make a test pass whatever it finds.
    files: ['tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    rules: {
      'max-lines': ['error', 250],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  ...roomRules,
);
