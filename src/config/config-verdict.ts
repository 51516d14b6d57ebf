import { sha256, type Sha256 } from '../core/digest.ts';
import {
  findChangedKeys,
  maskVariables,
  type ConfigDigests,
  type ConfigKeyChange,
  type ConfigSettings,
} from './config-keys.ts';

/** Whether the configuration is the one that the state was built with. */
export interface ConfigVerdict {
  readonly status: 'unchanged' | 'changed' | 'unknown';
  /** Bengal's own hash in the state: 16 hexadecimal digits. */
  readonly recorded: string | null;
  /** Bengal's own hash now, where somebody told it. */
  readonly current: string | null;
  /** What the verdict rests on, in words. */
  readonly why: string;
  /** Who told it. */
  readonly source?: ConfigSource;
  /** The settings that differ, where both sides are known setting by setting. */
  readonly changedKeys?: readonly ConfigKeyChange[];
}

/** From the best: the workflow, the job's own Bengal, or our fingerprint of what feeds the configuration. */
export type ConfigSource = 'input' | 'probe' | 'fingerprint' | 'nobody';

export interface ConfigEvidence {
  readonly recordedHash: string | undefined;
  readonly current: { readonly hash: string; readonly source: 'input' | 'probe' } | undefined;
  readonly recordedFingerprint: Sha256 | undefined;
  readonly currentFingerprint: Sha256;
  /** A configuration file that could not be read: then equal fingerprints mean nothing. */
  readonly unreadable: string | undefined;
  /** Settings of the same source on both sides; `undefined`: they cannot be compared. */
  readonly settings: { readonly recorded: ConfigDigests; readonly current: ConfigSettings } | undefined;
  /** Settings that `BENGAL_*` variables make. */
  readonly fromVariables: ReadonlySet<string>;
  /** What became of reading the state. */
  readonly state: 'read' | 'absent' | 'corrupt';
  /** Why the manifest beside the state is not used; `undefined`: there is none, or it is. */
  readonly manifestUnused: string | undefined;
  /** Why nobody told the current hash; asked for only where nobody did. */
  readonly untold: string;
}

/** In the place of a fingerprint: what the build read is not known, since somebody edited a file afterwards. */
export const EDITED_SINCE: Sha256 = sha256('the configuration was edited after the build had read it');

const TOLD_BY = { input: 'as the input config-hash says', probe: "as the job's own Bengal says" } as const;

/** Bengal's own hash decides where it is known on both sides; else our fingerprint, where the manifest holds one. */
export function judgeConfig(evidence: ConfigEvidence): ConfigVerdict {
  const { recordedHash, current, recordedFingerprint, currentFingerprint } = evidence;
  const hashes = { recorded: recordedHash ?? null, current: current?.hash ?? null };
  if (recordedHash !== undefined && current !== undefined) {
    const { source } = current;
    if (recordedHash === current.hash)
      return {
        status: 'unchanged',
        ...hashes,
        source,
        why: `Bengal's configuration hash is the recorded one, ${TOLD_BY[source]}`,
      };
    const why = `Bengal's configuration hash is another than the recorded one, ${TOLD_BY[source]}`;
    return changed({ ...hashes, source, why }, evidence);
  }
  if (recordedFingerprint === undefined)
    return { status: 'unknown', ...hashes, source: 'nobody', why: unknownBecause(evidence) };
  const source = 'fingerprint';
  if (recordedFingerprint === EDITED_SINCE) {
    const why = 'the configuration was edited after the build had read it and before the build was recorded';
    return { status: 'unknown', ...hashes, source, why };
  }
  if (evidence.unreadable !== undefined)
    return { status: 'unknown', ...hashes, source, why: `${evidence.unreadable} could not be read` };
  if (recordedFingerprint !== currentFingerprint) {
    const why =
      'the configuration files, the environment or a variable that Bengal reads differ from the recorded ones';
    return changed({ ...hashes, source, why }, evidence);
  }
  const why = 'the configuration files, environment and variables are the recorded ones';
  return { status: 'unchanged', ...hashes, current: recordedHash ?? null, source, why };
}

/** Which side is not known, and why: without a state there is none, and without our manifest only Bengal's hash can tell. */
function unknownBecause({ state, manifestUnused, recordedHash, untold }: ConfigEvidence): string {
  if (state === 'absent') return 'there is no state of an earlier build to compare with';
  if (state === 'corrupt') return 'the state cannot be read, so there is nothing to compare with';
  const manifest =
    manifestUnused === undefined
      ? 'the state was saved without our manifest'
      : `the manifest of the state is not used (${manifestUnused})`;
  return recordedHash === undefined
    ? `${manifest}, and Bengal's own files hold no configuration hash`
    : `${manifest}, and nobody told the current configuration hash: ${untold}`;
}

const MOST_NAMED = 3;
const LONGEST_KEY = 80;

function changed(verdict: Omit<ConfigVerdict, 'status'>, evidence: ConfigEvidence): ConfigVerdict {
  const { settings, fromVariables } = evidence;
  if (settings === undefined) return { ...verdict, status: 'changed' };
  const changedKeys = maskVariables(findChangedKeys(settings.recorded, settings.current), fromVariables);
  const named = changedKeys
    .slice(0, MOST_NAMED)
    .map(({ key, change }) => `${key.slice(0, LONGEST_KEY)} ${VERBS[change]}`);
  const more = changedKeys.length - named.length;
  const secret = changedKeys.length === 0 && [...settings.recorded.values()].includes(null);
  const what = [
    ...named,
    ...(more > 0 ? [`${String(more)} more settings`] : []),
    ...(secret ? ['perhaps one that looks like a secret, of which nothing is kept'] : []),
  ].join(', ');
  return { ...verdict, status: 'changed', why: what === '' ? verdict.why : `${verdict.why}: ${what}`, changedKeys };
}

const VERBS = { added: 'is new', changed: 'changed', removed: 'is gone' } as const;

/**
 * Bengal's hash leaves out private settings, which templates can read all the same. They are the recorded ones if all that
 * feeds the configuration is, or if the hash that pages are recorded with is one that this configuration gives.
 */
export function doubtOfPrivateSettings(
  verdict: ConfigVerdict,
  known: { readonly sameFingerprint: boolean; readonly samePageHash: boolean },
): string | undefined {
  if (verdict.status !== 'unchanged' || known.sameFingerprint || known.samePageHash) return undefined;
  return "what feeds the configuration differs, and Bengal's hash leaves out private settings (names that begin with _)";
}
