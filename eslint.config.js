import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a default export is renamed by every importer, and then nobody can search for it.',
};

const processMembersOfEntry = ['env', 'argv', 'exit', 'exitCode'].map((property) => ({
  object: 'process',
  property,
  message: `Only src/entry reads or sets process.${property}. Take the value as a parameter, or return an outcome.`,
}));

const processStreams = ['stdout', 'stderr', 'stdin'].map((property) => ({
  object: 'process',
  property,
  message: `Only src/entry and src/host use process.${property}. Talk to the port src/host/port.ts instead.`,
}));

const noConsole = { name: 'console', message: 'Log through the Host port, which escapes hostile text.' };

const noProcessImport = ['process', 'node:process'].map((name) => ({
  name,
  message: 'Use the global process, so that the rules about process.env and its like can see it.',
}));

const noDirectDisk = ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'].map((name) => ({
  name,
  message: 'Ask src/disk instead: it tells what is absent from what cannot be read, and does not throw for either.',
}));

const noProcessDestructuring = {
  selector: 'VariableDeclarator[id.type="ObjectPattern"][init.name="process"]',
  message: 'Write process.name in full, so that the rules about process.env and its like can see it.',
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.cache/', 'examples/', 'test/**/fixtures/', 'test/**/golden/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `after(() => rig.close())` is clear enough.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // node:test collects these itself; awaiting them at the top level would run the tests one after another.
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  {
    name: 'production code: sizes and signatures',
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    name: 'everything but the process shells is free of process state',
    files: ['src/**/*.ts'],
    ignores: ['src/entry/**'],
    rules: {
      'no-restricted-properties': ['error', ...processMembersOfEntry, ...processStreams],
      'no-restricted-globals': ['error', noConsole],
      'no-restricted-imports': ['error', { paths: [...noProcessImport, ...noDirectDisk] }],
      'no-restricted-syntax': ['error', noDefaultExport, noProcessDestructuring],
    },
  },
  {
    name: 'process shells ask the disk like everybody else',
    files: ['src/entry/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: noDirectDisk }] },
  },
  {
    name: 'the one door to the disk',
    files: ['src/disk/node*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: noProcessImport }] },
  },
  {
    name: 'hosts write to the streams of the process',
    files: ['src/host/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...processMembersOfEntry],
      'no-restricted-globals': 'off',
    },
  },
  {
    name: 'the library entries only re-export',
    files: ['src/index.ts', 'src/library/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration)',
          message: 'This file only re-exports; put code into the folder it belongs to.',
        },
      ],
    },
  },
  {
    name: 'tests say things on purpose that production code must not',
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    name: 'the type check knows the names of the browser, and of Node',
    files: ['src/render/assets/*.js', 'scripts/*.js'],
    rules: { 'no-undef': 'off' },
  },
);
