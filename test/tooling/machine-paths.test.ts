import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

// Recorded states name files by absolute paths. What recorded them ran where a job on GitHub does (scripts/recording).

/** Absolute paths into what machines have, but for the two places at which samples are built. */
const MACHINE_PATH =
  /(?<![\w.:~/-])\/(?!home\/runner\/work\/(?:lighthouse|orchard|ferry)\/|opt\/bengal-0\.5\.1\/)(?:home|root|work|workspaces?|tmp|var|mnt|srv|opt|usr|private|Users|github)\/[\w.-]+/g;

function tracked(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return listed.split('\0').filter((path) => path !== '');
}

/** What is in a file, also where it is compressed, with or without Bengal's 15 bytes before that. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  const frame = bytes.subarray(0, 20).indexOf('\x28\xb5\x2f\xfd', 0, 'latin1');
  return (frame < 0 ? bytes : zstdDecompressSync(bytes.subarray(frame))).toString('latin1');
}

function pathsIn(file: string): string[] {
  return [...new Set(textOf(file).match(MACHINE_PATH))].slice(0, 3);
}

test('no recorded state or trace names a path of the machine that recorded it', async () => {
  const found = new Map<string, readonly string[]>();
  const look = (file: string, name: string): void => {
    const paths = pathsIn(file);
    if (paths.length > 0) found.set(name, paths);
  };
  const samples = tracked().filter((path) => path.endsWith('.zst') || /^examples\/[^/]+\/recorded\//.test(path));
  assert.ok(samples.length > 50);
  for (const sample of samples.filter((path) => !path.endsWith('.tar.zst'))) look(join(root, sample), sample);
  for (const archive of samples.filter((path) => path.endsWith('.tar.zst'))) {
    await using folder = await temporaryFolder();
    const unpacked = await unpackArchive({ file: join(root, archive), into: folder.path, allow: () => true });
    assert.equal(unpacked.kind, 'unpacked', archive);
    for (const entry of readdirSync(folder.path, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile()) look(file, `${archive}: ${relative(folder.path, file)}`);
    }
  }
  assert.deepEqual(Object.fromEntries(found), {});
});

test('a path of a machine is found, an address of a site is not', () => {
  const paths = (text: string): string[] => text.match(MACHINE_PATH) ?? [];
  assert.deepEqual(paths('"/tmp/site/content/a.md" at /Users/me'), ['/tmp/site', '/Users/me']);
  assert.deepEqual(paths('/home/runner/work/ferry/ferry/a.md /opt/bengal-0.5.1/lib https://a.example/tmp/b'), []);
  assert.deepEqual(paths('/home/runner/work/another/another'), ['/home/runner']);
});

test('nothing that is committed names this checkout', () => {
  const naming = tracked().filter((path) => readFileSync(join(root, path), 'latin1').includes(`${root}/`));
  assert.deepEqual(naming, []);
});
