import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type InputOptions, type OutputOptions, type PreRenderedChunk } from 'rolldown';

const root = import.meta.dirname;

/** Every executable of the Action and the command line, by the name of its file in dist/. */
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
};

const entries = Object.fromEntries(
  Object.entries(possibleEntries)
    .map(([name, file]) => [name, join(root, file)] as const)
    .filter(([, file]) => existsSync(file)),
);

const entryFiles = new Set(Object.values(entries));

/** The doors of the library, each with the name of its file in dist/. */
const libraryEntries = {
  index: join(root, 'src/index.ts'),
  ...Object.fromEntries(
    ['build-cache', 'delta', 'graph', 'memo', 'stages'].map((name) => [
      `library-${name}`,
      join(root, 'src/library', `${name}.ts`),
    ]),
  ),
};

/**
 * The chunks beside the entries: what they load at their start, and what they load only when they need it. The names
 * carry no hash, so that a rebuild changes contents and not the list of files.
 */
const sharedChunk = 'shared';
// Helpers of the bundler; it gives them a file of their own when a lazy chunk needs them too.
const runtimeChunk = 'rolldown-runtime';
const lazyChunks = new Map([
  [join('src', 'host', 'github-requests.ts'), 'github-requests'],
  [join('src', 'delta', 'read-pages.ts'), 'page-view'],
  [join('@hpcc-js', 'wasm-graphviz', 'dist', 'index.js'), 'graphviz'],
  [join('@resvg', 'resvg-wasm', 'index.mjs'), 'resvg'],
]);
/** Of the library: what several doors have in common, so that whoever imports little loads little. */
const LIBRARY_CHUNK = /^part-[\w-]+$/;
export function isKnownChunk(name: string): boolean {
  return [sharedChunk, runtimeChunk, ...lazyChunks.values()].includes(name) || LIBRARY_CHUNK.test(name);
}

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

const shared: InputOptions = {
  cwd: root,
  platform: 'node',
  // Found at run time where it could be installed; the import of it is guarded.
  external: ['@mongodb-js/zstd'],
  resolve: { alias: { undici: join(root, 'scripts/stubs/undici.ts') } },
};

/**
 * A process of its own around @actions/cache, which the store starts for every restore and every save
 * (store/github-process.ts). It needs next to nothing of what all others share, so it is one file of its own.
 */
const alone: OutputOptions = { ...output, codeSplitting: false };

/**
 * The library, as modules that share what they have in common. What is loaded late lies in dist/ already, for the command
 * line. Beside the others, since it reads the same assets.
 */
const libraryInput: InputOptions = {
  ...shared,
  input: libraryEntries,
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'late-chunks-of-the-command-line',
      async resolveId(source, importer, options) {
        if (options.kind !== 'dynamic-import') return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        const late = [...lazyChunks].find(([module]) => found?.id.endsWith(module) === true);
        return late === undefined ? null : { id: `./${late[1]}.js`, external: true };
      },
    },
  ],
};

const libraryOutput: OutputOptions = {
  ...output,
  // Each bundle has a runtime of its own, with the helpers that it needs.
  chunkFileNames: 'part-[name].js',
  // By itself: what the same doors need is one part.
  codeSplitting: true,
};

/** Each with its own `output`. */
export const bundles: readonly { readonly input: InputOptions; readonly output: OutputOptions }[] = [
  { input: { ...shared, input: entries }, output },
  { input: libraryInput, output: libraryOutput },
  { input: { ...shared, input: { 'cache-client': join(root, 'src/entry/cache-client.ts') } }, output: alone },
];

export default defineConfig(bundles.map(({ input, output: written }) => ({ ...input, output: written })));
