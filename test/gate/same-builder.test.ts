import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstalledPackage } from '../../src/config/probe-answer.ts';
import {
  findVersionConflict,
  judgeFlags,
  judgePackages,
  vouchedFolders,
  type FlagFacts,
} from '../../src/gate/same-builder.ts';

const installed = (version: string, overrides: Partial<InstalledPackage> = {}): InstalledPackage => ({
  version,
  editable: false,
  folders: [],
  ...overrides,
});

test('equal packages are the same, and counted', () => {
  const now = new Map([
    ['bengal', installed('0.5.1')],
    ['kida', installed('0.12.0')],
  ]);
  assert.deepEqual(
    judgePackages(
      new Map([
        ['bengal', '0.5.1'],
        ['kida', '0.12.0'],
      ]),
      now,
    ),
    { kind: 'same', count: 2 },
  );
});

test('packages that came, went or changed are named, three of them', () => {
  const recorded = new Map([
    ['a', '1'],
    ['b', '1'],
    ['d', '1'],
    ['e', '1'],
  ]);
  const now = new Map([
    ['a', installed('1')],
    ['b', installed('2')],
    ['c', installed('1')],
  ]);
  assert.deepEqual(judgePackages(recorded, now), {
    kind: 'different',
    detail:
      'packages that Bengal is made of differ from the recorded ones: b is 2 (was 1), c is 1 (was not there), d is gone (was 1) and 1 more',
  });
});

test('packages that only one side knows prove nothing, and those that neither knows were not asked for', () => {
  const some = new Map([['a', '1']]);
  assert.deepEqual(judgePackages(undefined, undefined), { kind: 'not-asked' });
  assert.equal(judgePackages(some, undefined).kind, 'unknown');
  assert.equal(judgePackages(undefined, new Map([['a', installed('1')]])).kind, 'unknown');
});

test('a package in a folder can change without its version; one from a commit cannot', () => {
  const folder = judgePackages(
    new Map([['theme', '1 (folder)']]),
    new Map([['theme', installed('1 (folder)', { editable: true })]]),
  );
  assert.deepEqual(folder, {
    kind: 'unknown',
    detail: 'theme is installed from a folder, where it can change without its version',
  });
  const commit = judgePackages(new Map([['theme', '1 (abc)']]), new Map([['theme', installed('1 (def)')]]));
  assert.equal(commit.kind, 'different');
});

test('a version vouches for the folders of its package, unless anybody can edit them', () => {
  const recorded = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1 (folder)'],
  ]);
  const now = new Map([
    ['a', installed('1', { folders: ['a', 'a_theme'] })],
    ['b', installed('2', { folders: ['b'] })],
    ['c', installed('1 (folder)', { folders: ['c'], editable: true })],
    ['d', installed('1', { folders: ['d'] })],
  ]);
  assert.deepEqual(vouchedFolders(recorded, now), new Set(['a', 'a_theme']));
  assert.deepEqual(vouchedFolders(undefined, now), new Set());
  assert.deepEqual(vouchedFolders(recorded, undefined), new Set());
});

test('what the workflow says of versions has to be true', () => {
  const facts = {
    configHash: 'a'.repeat(16),
    bengal: '0.5.1',
    python: '3.14',
    settings: undefined,
    pageHashes: [],
    packages: undefined,
    asksToProceed: false,
  };
  assert.equal(findVersionConflict({ bengal: '0.5.1', python: '3.14' }, facts), undefined);
  assert.equal(findVersionConflict({ bengal: undefined, python: undefined }, facts), undefined);
  assert.equal(findVersionConflict({ bengal: '0.5.0', python: '3.13' }, undefined), undefined);
  assert.equal(
    findVersionConflict({ bengal: '0.5.0', python: undefined }, facts),
    "the job's Bengal is 0.5.1, and the input bengal-version says 0.5.0",
  );
  assert.equal(
    findVersionConflict({ bengal: undefined, python: '3.13' }, facts),
    "the job's Python is 3.14, and the input python-version says 3.13",
  );
});

const hash = (digit: string): string => digit.repeat(16);
const FLAGS: FlagFacts = {
  recordedFlags: [],
  flags: [],
  recordedHashes: new Set([hash('0')]),
  pageHashes: [
    { flags: [], hash: hash('0') },
    { flags: ['--clean-output'], hash: hash('1') },
    { flags: ['--drafts'], hash: hash('2') },
    { flags: ['--drafts', '--clean-output'], hash: hash('3') },
    { flags: ['--strict'], hash: hash('0') },
  ],
};

test('pages that carry the hash that this configuration gives were built as they would be now', () => {
  assert.deepEqual(judgeFlags(FLAGS), { verdict: { kind: 'same' }, samePageHash: true, cleaned: false });
  // The configuration itself is strict already.
  const strict = { ...FLAGS, recordedFlags: ['--strict'], flags: ['--strict'] };
  assert.deepEqual(judgeFlags(strict), { verdict: { kind: 'same' }, samePageHash: true, cleaned: false });
});

test('a build that cleaned its output is known by its pages', () => {
  assert.deepEqual(judgeFlags({ ...FLAGS, recordedHashes: new Set([hash('1')]) }), {
    verdict: { kind: 'same' },
    samePageHash: true,
    cleaned: true,
  });
  const drafts = { ...FLAGS, recordedFlags: ['--drafts'], flags: ['--drafts'], recordedHashes: new Set([hash('3')]) };
  assert.equal(judgeFlags(drafts).cleaned, true);
});

test('other arguments than the recorded ones, or than the pages show, are told', () => {
  assert.deepEqual(judgeFlags({ ...FLAGS, flags: ['--drafts'] }).verdict, {
    kind: 'different',
    detail: 'the state was built with no further arguments, and the builds of this job are given --drafts',
  });
  assert.deepEqual(judgeFlags({ ...FLAGS, recordedHashes: new Set([hash('2')]) }).verdict, {
    kind: 'different',
    detail: 'the pages were built with --drafts, and the input build-flags names no further arguments',
  });
});

test('without a Bengal, with pages of several builds, or with a hash that nothing explains, nothing is proven', () => {
  const nothing = { verdict: { kind: 'same' }, samePageHash: false, cleaned: false };
  assert.deepEqual(judgeFlags({ ...FLAGS, pageHashes: [] }), nothing);
  assert.deepEqual(judgeFlags({ ...FLAGS, recordedHashes: new Set([hash('0'), hash('2')]) }), nothing);
  assert.deepEqual(judgeFlags({ ...FLAGS, recordedHashes: new Set([hash('9')]) }), nothing);
  assert.deepEqual(judgeFlags({ ...FLAGS, recordedHashes: new Set() }), nothing);
  assert.deepEqual(judgeFlags({ ...FLAGS, recordedFlags: undefined, recordedHashes: new Set() }), nothing);
});
