import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isAnythingToDeploy, realChanges } from '../../src/delta/delta.ts';
import { compareDigests, type OutputDigests } from '../../src/delta/digests.ts';
import { sha256 } from '../../src/core/digest.ts';
import { withoutNoise } from '../../src/delta/noise.ts';
import { toolFiles } from '../../src/delta/lists.ts';
import { deployedFromJson, deployedToText, whileDeploying } from '../../src/delta/deployed.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { findDelta, type FoundDelta } from '../../src/delta-job/find-delta.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { layTree, treePairs, trees, type FileTree } from './trees.ts';

const RUNS = { numRuns: 20 };

async function deltaOf(folder: string, before: FileTree, after: FileTree): Promise<FoundDelta> {
  const [old, now] = [join(folder, 'before'), join(folder, 'after')];
  layTree(old, before);
  layTree(now, after);
  return findDelta({ output: now, base: { kind: 'folder', folder: old, name: 'before' }, site: undefined });
}

function digests(tree: FileTree): OutputDigests {
  return new Map([...tree].map(([path, text]) => [path, { sha256: sha256(text), size: Buffer.byteLength(text) }]));
}

test('the delta is a comparison of bytes, and what is no noise a comparison with noise taken away', async () => {
  await using folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(treePairs, async ([before, after]) => {
      const { delta } = await deltaOf(folder.path, before, after);
      const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
      const plain = (tree: FileTree, path: string): string | undefined => {
        const text = tree.get(path);
        return text === undefined ? undefined : withoutNoise(path, text);
      };
      assert.deepEqual(
        delta.files.map((file) => file.path),
        paths.filter((path) => before.get(path) !== after.get(path)),
      );
      assert.deepEqual(
        realChanges(delta).map((file) => file.path),
        paths.filter((path) => plain(before, path) !== plain(after, path)),
      );
    }),
    RUNS,
  );
});

test('what was added one way was removed the other way, and what changed changed both ways', async () => {
  await using folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(treePairs, async ([before, after]) => {
      const there = (await deltaOf(folder.path, before, after)).delta.files;
      const back = (await deltaOf(folder.path, after, before)).delta.files;
      const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
      assert.deepEqual(
        there.map(({ path, change, noise, kind }) => [path, change, noise, kind]),
        back.map(({ path, change, noise, kind }) => [path, turned[change], noise, kind]),
      );
    }),
    RUNS,
  );
});

test('equal trees have an empty delta, and nothing is to be deployed', async () => {
  await using folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      const { delta } = await deltaOf(folder.path, tree, tree);
      assert.deepEqual([delta.files, delta.vanished, isAnythingToDeploy(delta)], [[], [], false]);
      assert.equal(delta.unchanged, tree.size);
    }),
    RUNS,
  );
});

test('applying the lists to the old output gives the new one', () => {
  fc.assert(
    fc.property(treePairs, ([before, after]) => {
      const differences = compareDigests(digests(before), digests(after));
      const files = [
        ...differences.added.map((path) => ({ path, change: 'added' as const })),
        ...differences.changed.map((path) => ({ path, change: 'changed' as const })),
        ...differences.removed.map((path) => ({ path, change: 'removed' as const })),
      ].map((file) => ({ ...file, kind: 'other' as const, address: `/${file.path}`, noise: false }));
      const base = { kind: 'folder', name: '', commit: null, recordedAt: null, event: null } as const;
      const { upload, remove } = toolFiles(
        { schemaVersion: 1, base, files, unchanged: 0, vanished: [] },
        { deploy: 'exact', baseUrl: undefined, preview: undefined, bucketFolder: '', indexNowKey: undefined },
      );
      const target = new Map(before);
      for (const path of remove) target.delete(path);
      for (const path of upload) target.set(path, after.get(path) ?? '');
      assert.deepEqual(new Map([...target].sort()), new Map([...after].sort()));
    }),
  );
});

test('a deployment that breaks off anywhere is mended by the next one, whatever that one deploys', () => {
  fc.assert(
    fc.property(treePairs, trees, fc.nat(), ([before, first], second, cut) => {
      const differences = compareDigests(digests(before), digests(first));
      const noted = deployedToText({
        files: whileDeploying(digests(before), differences),
        ...{ commit: null, recordedAt: null, event: null },
      });
      const target = new Map(before);
      const steps = [...differences.added, ...differences.changed, ...differences.removed];
      for (const path of steps.slice(0, cut % (steps.length + 1))) {
        const text = first.get(path);
        if (text === undefined) target.delete(path);
        else target.set(path, text);
      }
      const read = deployedFromJson(JSON.parse(noted) as JsonValue);
      assert.ok(read !== undefined);
      const { added, changed, removed } = compareDigests(read.files, digests(second));
      for (const path of removed) target.delete(path);
      for (const path of [...added, ...changed]) target.set(path, second.get(path) ?? '');
      assert.deepEqual(new Map([...target].sort()), new Map([...second].sort()));
    }),
  );
});

test('a manifest of a deployment comes back as it was written, and nothing else is one', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const about = { commit: 'abc', recordedAt: '2026-11-30T09:00:00Z', event: 'push' };
      const files = new Map<string, 'unknown' | { readonly sha256: ReturnType<typeof sha256>; readonly size: number }>([
        ...[...tree].map(([path, text]) => [path, { sha256: sha256(text), size: text.length }] as const),
        ['gone', 'unknown'],
      ]);
      const read = deployedFromJson(JSON.parse(deployedToText({ ...about, files })) as JsonValue);
      assert.deepEqual(read && { ...read, files: new Map([...read.files].sort()) }, {
        ...about,
        files: new Map([...files].sort()),
      });
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => deployedFromJson(value as JsonValue) === undefined));
  for (const path of ['../up', '/etc/passwd', 'a//b', 'a/./b', 'a/..', ''])
    assert.equal(
      deployedFromJson({ schemaVersion: 1, kind: 'bengal-cache deployment', files: { [path]: null } }),
      undefined,
      path,
    );
});
