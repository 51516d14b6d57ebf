import assert from 'node:assert/strict';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { listFileSet } from '../../src/stages/file-set.ts';
import { defineStage } from '../../src/stages/stage-definition.ts';
import { stageRig, told, type StageRig } from './stage-rig.ts';

const STAGE = defineStage({ name: 's', inputs: ['**', '!out', '!scripts'], code: ['scripts'], outputs: ['out/'] });

const name = fc.constantFrom('a', 'b.md', 'ü', 'x y', '$(id)', "'", '[z]', 'constructor');
const path = fc.array(name, { minLength: 1, maxLength: 2 }).map((names) => ['content', ...names].join('/'));
const content = fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(Buffer.from('\r\n'), Buffer.from('\n')));

const tree = fc
  .dictionary(path, content, { minKeys: 1, maxKeys: 6, noNullPrototype: true })
  // A path cannot be a file and a folder.
  .map((files) => Object.fromEntries(Object.entries(files).filter(([one]) => !has(files, one))));

function has(files: object, folder: string): boolean {
  return Object.keys(files).some((path) => path.startsWith(`${folder}/`));
}

type Change =
  | { readonly kind: 'flip-bit'; readonly file: number; readonly byte: number; readonly bit: number }
  | {
      readonly kind: 'append' | 'truncate' | 'delete' | 'rename' | 'executable' | 'swap' | 'touch';
      readonly file: number;
    }
  | { readonly kind: 'add'; readonly path: string; readonly content: Uint8Array };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('flip-bit'), file: fc.nat(), byte: fc.nat(), bit: fc.nat(7) }),
  fc.record({
    kind: fc.constantFrom('append', 'truncate', 'delete', 'rename', 'executable', 'swap', 'touch'),
    file: fc.nat(),
  }),
  fc.record({ kind: fc.constant('add'), path, content }),
);

/** Changes the tree, if it can be changed so. */
function apply(rig: StageRig, files: readonly string[], step: Change): void {
  const at = (number: number): string => files[number % Math.max(1, files.length)] ?? '';
  if (step.kind === 'add') {
    const taken = files.some((file) => file.startsWith(`${step.path}/`) || step.path.startsWith(`${file}/`));
    if (!taken) rig.write(step.path, step.content);
    return;
  }
  const file = at(step.file);
  if (file === '') return;
  const bytes = readFileSync(join(rig.root, file));
  switch (step.kind) {
    case 'flip-bit':
      if (bytes.length === 0) return;
      bytes.writeUInt8(bytes.readUInt8(step.byte % bytes.length) ^ (1 << step.bit), step.byte % bytes.length);
      rig.write(file, bytes);
      return;
    case 'append':
      rig.write(file, Buffer.concat([bytes, Buffer.from('\n')]));
      return;
    case 'truncate':
      rig.write(file, bytes.subarray(0, -1));
      return;
    case 'touch':
      rig.write(file, bytes);
      return;
    case 'delete':
      rig.remove(file);
      return;
    case 'rename':
      rig.move(file, `${file}~`);
      return;
    case 'executable':
      rig.mode(file, 0o755);
      return;
    case 'swap': {
      const other = at(step.file + 1);
      const otherBytes = readFileSync(join(rig.root, other));
      rig.write(other, bytes);
      rig.write(file, otherBytes);
    }
  }
}

/** Every byte that counts, read by nobody but this test. */
async function picture({ root }: StageRig): Promise<string> {
  const { files } = await listFileSet({ root, patterns: [...STAGE.inputs] });
  const code = await listFileSet({ root, patterns: STAGE.code });
  return JSON.stringify(
    [...files, ...code.files].map(({ path: each }) => {
      const executable = (lstatSync(join(root, each)).mode & 0o100) !== 0;
      return [each, executable, readFileSync(join(root, each), 'hex')];
    }),
  );
}

test('a stage is skipped exactly if every byte, name and mode that counts equals the last success', async () => {
  let skipped = 0;
  let ran = 0;
  await fc.assert(
    fc.asyncProperty(tree, fc.array(change, { maxLength: 3 }), async (files, steps) => {
      await using rig = await stageRig({ 'scripts/run.sh': 'run', ...files });
      rig.write('out/x', '');
      assert.equal((await rig.succeed(STAGE)).kind, 'recorded');
      const before = await picture(rig);
      for (const step of steps) {
        const { files: now } = await listFileSet({ root: rig.root, patterns: STAGE.inputs });
        apply(
          rig,
          now.map((file) => file.path),
          step,
        );
      }
      const same = (await picture(rig)) === before;
      const verdict = told(await rig.check(STAGE));
      assert.equal(verdict === 'skip', same, JSON.stringify(verdict));
      if (same) skipped += 1;
      else ran += 1;
    }),
    { numRuns: 120 },
  );
  assert.ok(skipped > 10 && ran > 40, `${skipped} skipped, ${ran} ran`);
});

test('every single bit of every file counts', async () => {
  await using rig = await stageRig({ 'content/a.md': 'four', 'content/b/c.md': '', 'scripts/run.sh': '#!' });
  rig.write('out/x', '');
  await rig.succeed(STAGE);
  for (const file of ['content/a.md', 'scripts/run.sh']) {
    const bytes = readFileSync(join(rig.root, file));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      rig.write(file, flipped);
      assert.notEqual(told(await rig.check(STAGE)), 'skip');
    }
    rig.write(file, bytes);
    assert.equal(told(await rig.check(STAGE)), 'skip');
  }
});
