import { isSha256, type Sha256 } from '../core/digest.ts';
import { asFiniteNumber, asString, field, type JsonValue } from '../core/json.ts';
import { ALL_INPUTS, isSecretInput, type RawInputs } from '../inputs/spec.ts';
import { ACCESSES, type Access } from '../store/access.ts';

/**
 * What the step before the build tells the step after it: one versioned value, parsed once. The later step reads no
 * input again, since the job may have changed the environment in between.
 */
export interface Handoff {
  /** Site root, absolute. */
  readonly site: string;
  /** Of the tree as it was before the build. */
  readonly key: string;
  /** Key of what was restored. */
  readonly matchedKey: string | undefined;
  /** Inputs as the workflow gave them. */
  readonly rawInputs: RawInputs;
  /** What the run may do with the cache, and why. */
  readonly access: Access;
  readonly accessWhy: string;
  /** Digest of the state after the restore: the same after the build means that no build wrote anything. */
  readonly stateDigest: Sha256;
  /** What the restored manifest is worth (`manifest/reuse-digest.ts`): the same after the build means that nothing is gained. */
  readonly worth: Sha256 | undefined;
  /** Digest of the plan that the build was given; `undefined`: it was given none. */
  readonly plan: Sha256 | undefined;
  /** Key of what was found, and turned out to be of no use. It stays, so another entry has to stand in for it. */
  readonly spoiltKey: string | undefined;
  /** How many pages the report said may change; `undefined`: every page, or nobody knew. */
  readonly announced: number | undefined;
  /** Pages that the state knew; missing: there was none. */
  readonly totalPages?: number;
  /** In a run of a pull request: what the keys of all states of the branch begin with that it goes to. */
  readonly branchPrefix?: string;
  /** What the comment on the pull request said before the build; empty or missing: nothing. */
  readonly comment?: string;
}

const VERSION = 3;

/** Secrets go nowhere: what is handed over lies in a file, and a post step gets its inputs again. */
export function handoffToText(handoff: Handoff): string {
  const open = Object.entries(handoff.rawInputs).filter(([name]) => !isSecretInput(name));
  return JSON.stringify({ version: VERSION, ...handoff, rawInputs: Object.fromEntries(open) });
}

/** The inputs as they are handed over. Secrets go nowhere: what is handed over lies in a file. */
export function handedInputs(raw: RawInputs): RawInputs {
  return Object.fromEntries(Object.entries(raw).filter(([name, value]) => value !== '' && !isSecretInput(name)));
}

/** `undefined` for anything but a value of this version: then the earlier step did not get far enough to save anything. */
export function handoffFromText(text: string | undefined): Handoff | undefined {
  if (text === undefined) return undefined;
  const value = parse(text);
  const given = (name: string): string | undefined => asString(field(value, name));
  const [site, key, stateDigest] = [given('site'), given('key'), given('stateDigest')];
  const digest = (name: string): Sha256 | undefined => {
    const value = given(name);
    return value !== undefined && isSha256(value) ? value : undefined;
  };
  const [comment, branchPrefix] = [given('comment'), given('branchPrefix')];
  const totalPages = asFiniteNumber(field(value, 'totalPages'));
  const access = ACCESSES.find((known) => known === given('access'));
  if (
    field(value, 'version') !== VERSION ||
    site === undefined ||
    key === undefined ||
    access === undefined ||
    stateDigest === undefined ||
    !isSha256(stateDigest)
  )
    return undefined;
  return {
    site,
    key,
    matchedKey: given('matchedKey'),
    rawInputs: rawInputsFrom(field(value, 'rawInputs')),
    access,
    accessWhy: given('accessWhy') ?? '',
    stateDigest,
    worth: digest('worth'),
    plan: digest('plan'),
    spoiltKey: given('spoiltKey'),
    announced: asFiniteNumber(field(value, 'announced')),
    ...(totalPages === undefined ? {} : { totalPages }),
    ...(branchPrefix === undefined ? {} : { branchPrefix }),
    ...(comment === undefined ? {} : { comment }),
  };
}

function rawInputsFrom(value: JsonValue | undefined): RawInputs {
  return Object.fromEntries(
    Object.keys(ALL_INPUTS).flatMap((name) => {
      const given = asString(field(value, name));
      return given === undefined || isSecretInput(name) ? [] : [[name, given]];
    }),
  );
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // A value of another shape is no handoff, which is what `null` says.
    return null;
  }
}
