import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestSettings } from '../../src/config/config-keys.ts';
import { doubtOfPrivateSettings, judgeConfig, type ConfigEvidence } from '../../src/config/config-verdict.ts';
import { sha256 } from '../../src/core/digest.ts';

const [HERE, THERE] = [sha256('here'), sha256('there')];
const [A, B] = ['a'.repeat(16), 'b'.repeat(16)];
const PROBED = (hash: string): ConfigEvidence['current'] => ({ hash, source: 'probe' });

/** Equal in everything that is known. */
const EQUAL: ConfigEvidence = {
  recordedHash: A,
  current: PROBED(A),
  recordedFingerprint: HERE,
  currentFingerprint: HERE,
  unreadable: undefined,
  settings: undefined,
  fromVariables: new Set(),
  state: 'read',
  manifestUnused: undefined,
  untold: 'nobody was asked',
};

type Row = readonly [
  why: string,
  evidence: Partial<ConfigEvidence>,
  verdict: readonly [status: string, current: string | null, source: string],
];

const TABLE: readonly Row[] = [
  [
    "Bengal's own hashes are equal, whatever our fingerprint says",
    { recordedFingerprint: THERE },
    ['unchanged', A, 'probe'],
  ],
  ["Bengal's own hashes differ, whatever our fingerprint says", { current: PROBED(B) }, ['changed', B, 'probe']],
  ['the workflow told the hash', { current: { hash: A, source: 'input' } }, ['unchanged', A, 'input']],
  ['only our fingerprint is known on both sides, and equal', { current: undefined }, ['unchanged', A, 'fingerprint']],
  [
    'only our fingerprint is known on both sides, and differs',
    { current: undefined, recordedFingerprint: THERE },
    ['changed', null, 'fingerprint'],
  ],
  [
    'the state holds no hash, and our fingerprint is equal',
    { recordedHash: undefined, current: PROBED(B) },
    ['unchanged', null, 'fingerprint'],
  ],
  [
    'nothing is known of the recorded side',
    { recordedHash: undefined, current: PROBED(B), recordedFingerprint: undefined },
    ['unknown', B, 'nobody'],
  ],
  [
    'a file could not be read, now or then, and nobody told the hash',
    { current: undefined, unreadable: 'bengal.toml' },
    ['unknown', null, 'fingerprint'],
  ],
  [
    'the current hash was not told and there is no manifest',
    { current: undefined, recordedFingerprint: undefined },
    ['unknown', null, 'nobody'],
  ],
];

for (const [why, evidence, expected] of TABLE) {
  test(`the configuration is ${expected[0]} when ${why}`, () => {
    const verdict = judgeConfig({ ...EQUAL, ...evidence });
    assert.deepEqual([verdict.status, verdict.current, verdict.source], expected);
    assert.equal(verdict.recorded, 'recordedHash' in evidence ? null : A);
    assert.notEqual(verdict.why, '');
  });
}

const NO_MANIFEST = { current: undefined, recordedFingerprint: undefined };

for (const [situation, evidence, why] of [
  [
    'there is no state',
    { ...NO_MANIFEST, state: 'absent', recordedHash: undefined },
    'there is no state of an earlier build to compare with',
  ],
  [
    'the state is damaged',
    { ...NO_MANIFEST, state: 'corrupt', recordedHash: undefined },
    'the state cannot be read, so there is nothing to compare with',
  ],
  [
    'somebody else saved the state',
    NO_MANIFEST,
    'the state was saved without our manifest, and nobody told the current configuration hash: nobody was asked',
  ],
  [
    'a build came after the manifest',
    { ...NO_MANIFEST, manifestUnused: 'a later build changed the state' },
    'the manifest of the state is not used (a later build changed the state), and nobody told the current configuration hash: nobody was asked',
  ],
  [
    'the state holds no hash',
    { recordedFingerprint: undefined, recordedHash: undefined },
    "the state was saved without our manifest, and Bengal's own files hold no configuration hash",
  ],
] as const)
  test(`where ${situation}, the configuration is unknown because ${why}`, () => {
    const verdict = judgeConfig({ ...EQUAL, ...evidence });
    assert.deepEqual([verdict.status, verdict.why], ['unknown', why]);
  });

function changedWith(
  recorded: Record<string, string>,
  current: Record<string, string>,
): ReturnType<typeof judgeConfig> {
  return judgeConfig({
    ...EQUAL,
    current: PROBED(B),
    settings: {
      recorded: digestSettings(new Map(Object.entries(recorded))),
      current: new Map(Object.entries(current)),
    },
    fromVariables: new Set(['v']),
  });
}

test('a changed configuration names the settings that differ, three in words and all as data', () => {
  const verdict = changedWith({ a: '1', b: '1', d: '1' }, { b: '2', c: '2', v: '"x"', z: '3' });
  assert.equal(
    verdict.why,
    "Bengal's configuration hash is another than the recorded one, as the job's own Bengal says: a is gone, b changed, c is new, 3 more settings",
  );
  assert.deepEqual(
    verdict.changedKeys?.map(({ key, value }) => [key, value]),
    [
      ['a', null],
      ['b', '2'],
      ['c', '2'],
      ['d', null],
      ['v', '***'],
      ['z', '3'],
    ],
  );
});

test('where no setting differs that is kept, a secret may', () => {
  assert.match(
    changedWith({ token: '1', a: '1' }, { token: '2', a: '1' }).why,
    /: perhaps one that looks like a secret/,
  );
  assert.match(changedWith({ a: '1' }, { a: '1' }).why, /as the job's own Bengal says$/);
});

test('an equal hash proves private settings only together with what feeds it, or with the hash of the pages', () => {
  const unchanged = judgeConfig(EQUAL);
  const doubt = (sameFingerprint: boolean, samePageHash: boolean): string | undefined =>
    doubtOfPrivateSettings(unchanged, { sameFingerprint, samePageHash });
  assert.equal(doubt(true, false), undefined);
  assert.equal(doubt(false, true), undefined);
  assert.match(doubt(false, false) ?? '', /leaves out private settings/);
  const changed = judgeConfig({ ...EQUAL, current: PROBED(B) });
  assert.equal(doubtOfPrivateSettings(changed, { sameFingerprint: false, samePageHash: false }), undefined);
});
