import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type OutputOptions, type PreRenderedChunk } from 'rolldown';

const root = import.meta.dirname;

/** Every executable of the Action, the command line and the library, by the name of its file in dist/. */
const possibleEntries = {
  main: 'src/entry/main.ts',
  post: 'src/entry/post.ts',
  restore: 'src/entry/restore.ts',
  save: 'src/entry/save.ts',
  build: 'src/entry/build.ts',
  delta: 'src/entry/delta.ts',
  stage: 'src/entry/stage.ts',
  'stage-post': 'src/entry/stage-post.ts',
  cli: 'src/entry/cli.ts',
  // A process of its own around @actions/cache, started by the store (store/github-process.ts).
  'cache-client': 'src/entry/cache-client.ts',
  index: 'src/index.ts',
};

const entries = Object.fromEntries(
  Object.entries(possibleEntries)
    .map(([name, file]) => [name, join(root, file)] as const)
    .filter(([, file]) => existsSync(file)),
);

const entryFiles = new Set(Object.values(entries));

/**
 * The chunks beside the entries: what they load at their start, and what they load only when they need it. The names
 * carry no hash, so that a rebuild changes contents and not the list of files.
 */
const sharedChunk = 'shared';
// Helpers of the bundler; it gives them a file of their own when a lazy chunk needs them too.
const runtimeChunk = 'rolldown-runtime';
const lazyChunks = new Map([
  [join('@actions', 'cache', 'lib', 'cache.js'), 'actions-cache'],
  [join('src', 'host', 'github-client.ts'), 'github-client'],
  [join('src', 'delta', 'page-view.ts'), 'page-view'],
  [join('@hpcc-js', 'wasm-graphviz', 'dist', 'index.js'), 'graphviz'],
  [join('@resvg', 'resvg-wasm', 'index.mjs'), 'resvg'],
]);
export const chunkNames = new Set([sharedChunk, runtimeChunk, ...lazyChunks.values()]);

function nameOfChunk({ name, facadeModuleId }: PreRenderedChunk): string {
  const lazy = [...lazyChunks].find(([module]) => facadeModuleId?.endsWith(module) === true);
  return `${lazy?.[1] ?? name}.js`;
}

export const output: OutputOptions = {
  dir: join(root, 'dist'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: nameOfChunk,
  // @actions/cache tells its errors apart by the names of their classes, and stack traces should be readable.
  minify: false,
  minifyInternalExports: false,
  keepNames: true,
  sourcemap: false,
  banner: (chunk) => (chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
  codeSplitting: {
    groups: [{ name: sharedChunk, test: (id) => !entryFiles.has(id), tags: ['$initial'] }],
  },
};

export default defineConfig({
  cwd: root,
  input: entries,
  platform: 'node',
  // Found at run time where it could be installed; the import of it is guarded.
  external: ['@mongodb-js/zstd'],
  resolve: { alias: { undici: join(root, 'scripts/stubs/undici.ts') } },
  output,
});
