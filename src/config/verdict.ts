import type { Sha256 } from '../core/digest.ts';

/** Whether the configuration is the one that the state was built with. */
export interface ConfigVerdict {
  readonly status: 'unchanged' | 'changed' | 'unknown';
  /** Bengal's own hash in the state: 16 hexadecimal digits. */
  readonly recorded: string | null;
  /** Bengal's own hash now, where somebody told it. */
  readonly current: string | null;
  /** What the verdict rests on, in words. */
  readonly why: string;
}

export interface ConfigEvidence {
  readonly recordedHash: string | undefined;
  readonly currentHash: string | undefined;
  readonly recordedFingerprint: Sha256 | undefined;
  readonly currentFingerprint: Sha256;
}

/** Bengal's own hash decides where it is known on both sides; else our fingerprint, where the manifest holds one. */
export function judgeConfig(evidence: ConfigEvidence): ConfigVerdict {
  const { recordedHash, currentHash, recordedFingerprint, currentFingerprint } = evidence;
  const hashes = { recorded: recordedHash ?? null, current: currentHash ?? null };
  if (recordedHash !== undefined && currentHash !== undefined) {
    return recordedHash === currentHash
      ? { status: 'unchanged', ...hashes, why: "Bengal's configuration hash is the recorded one" }
      : { status: 'changed', ...hashes, why: "Bengal's configuration hash is another than the recorded one" };
  }
  if (recordedFingerprint === undefined) {
    return {
      status: 'unknown',
      ...hashes,
      why: 'the state was saved without our manifest, and nobody gave the current configuration hash',
    };
  }
  return recordedFingerprint === currentFingerprint
    ? {
        status: 'unchanged',
        ...hashes,
        current: recordedHash ?? null,
        why: 'the configuration files, environment and variables are the recorded ones',
      }
    : {
        status: 'changed',
        ...hashes,
        why: 'the configuration files, the environment or a variable that Bengal reads differ from the recorded ones',
      };
}
