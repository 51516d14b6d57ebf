/**
 * `npm run build`: bundles every entry into dist/ (see rolldown.config.ts), emits the types of the library, and collects
 * the licences of what is bundled. Same sources and lock file, byte-same dist: CI rebuilds it and compares.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type RolldownOutput } from 'rolldown';
import { bundles, isKnownChunk } from '../rolldown.config.ts';
import { BINARY_ASSETS } from '../src/render/assets-binary.ts';
import { licencesOf } from './licences.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

type BuiltFiles = RolldownOutput['output'][number][];

async function bundle(): Promise<BuiltFiles> {
  const files: BuiltFiles = [];
  for (const { input, output } of bundles) {
    await using build = await rolldown(input);
    files.push(...(await build.write(output)).output);
  }
  return files;
}

/** action.yml, package.json and readers of a diff rely on a fixed list of files. */
function assertOnlyKnownFiles(files: BuiltFiles): void {
  const unknown = files
    .filter((file) => !(file.type === 'chunk' && (file.isEntry || isKnownChunk(parse(file.fileName).name))))
    .map((file) => file.fileName);
  if (unknown.length > 0) {
    throw new Error(
      `The bundle has files nobody asked for: ${unknown.join(', ')}. A dynamic import() makes one: ` +
        'import statically, or name the file in rolldown.config.ts if loading it late is worth it.',
    );
  }
}

function assertOneShebang(file: string): void {
  const [first, second = ''] = readFileSync(file, 'utf8').split('\n', 2);
  if (first !== '#!/usr/bin/env node' || second.startsWith('#!')) {
    throw new Error(`${file} must start with one shebang line; rolldown.config.ts adds it, its source has none.`);
  }
}

rmSync(dist, { recursive: true, force: true });

const result = await bundle();
assertOnlyKnownFiles(result);
const modules = result.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
const binaries = Object.entries(BINARY_ASSETS).map(
  ([name, from]) => [name, fileURLToPath(import.meta.resolve(from))] as const,
);
writeFileSync(join(dist, 'licenses.txt'), licencesOf([...modules, ...binaries.map(([, path]) => path)], root));

// Read at run time, from beside the chunk that its reader went into.
cpSync(join(root, 'src/render/assets'), join(dist, 'assets'), { recursive: true });
for (const [name, path] of binaries) cpSync(path, join(dist, 'assets', name));

// Bengal's Python reads it as it stands. No tests, and nothing that Python compiled on this machine.
for (const folder of readdirSync(join(root, 'companion')).filter((name) => name.startsWith('bengal_cache_companion'))) {
  cpSync(join(root, 'companion', folder), join(dist, 'companion', folder), {
    recursive: true,
    filter: (path) => !path.split(sep).includes('__pycache__'),
  });
}

const cli = join(dist, 'cli.js');
assertOneShebang(cli);
chmodSync(cli, 0o755);

const tsc = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--project', join(root, 'tsconfig.types.json')], { stdio: 'inherit' });

for (const file of result) {
  const kilobytes = file.type === 'chunk' ? Math.ceil(Buffer.byteLength(file.code) / 1024) : 0;
  console.log(`dist/${file.fileName} ${kilobytes} KiB`);
}
