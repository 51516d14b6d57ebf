import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeConfig, type ConfigEvidence } from '../../src/config/verdict.ts';
import { sha256 } from '../../src/core/digest.ts';

const [HERE, THERE] = [sha256('here'), sha256('there')];
const [A, B] = ['a'.repeat(16), 'b'.repeat(16)];

type Row = readonly [
  why: string,
  evidence: Omit<ConfigEvidence, 'currentFingerprint'>,
  status: string,
  current: string | null,
];

const TABLE: readonly Row[] = [
  [
    "Bengal's own hashes are equal, whatever our fingerprint says",
    { recordedHash: A, currentHash: A, recordedFingerprint: THERE },
    'unchanged',
    A,
  ],
  [
    "Bengal's own hashes differ, whatever our fingerprint says",
    { recordedHash: A, currentHash: B, recordedFingerprint: HERE },
    'changed',
    B,
  ],
  [
    'only our fingerprint is known on both sides, and equal',
    { recordedHash: A, currentHash: undefined, recordedFingerprint: HERE },
    'unchanged',
    A,
  ],
  [
    'only our fingerprint is known on both sides, and differs',
    { recordedHash: A, currentHash: undefined, recordedFingerprint: THERE },
    'changed',
    null,
  ],
  [
    'the state holds no hash, and our fingerprint is equal',
    { recordedHash: undefined, currentHash: B, recordedFingerprint: HERE },
    'unchanged',
    null,
  ],
  [
    'nothing is known of the recorded side',
    { recordedHash: undefined, currentHash: B, recordedFingerprint: undefined },
    'unknown',
    B,
  ],
  [
    'the current hash was not told and there is no manifest',
    { recordedHash: A, currentHash: undefined, recordedFingerprint: undefined },
    'unknown',
    null,
  ],
];

for (const [why, evidence, status, current] of TABLE) {
  test(`the configuration is ${status} when ${why}`, () => {
    const verdict = judgeConfig({ ...evidence, currentFingerprint: HERE });
    assert.deepEqual(
      [verdict.status, verdict.recorded, verdict.current],
      [status, evidence.recordedHash ?? null, current],
    );
    assert.notEqual(verdict.why, '');
  });
}
