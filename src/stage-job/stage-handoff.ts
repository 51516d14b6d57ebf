import { isSha256, type Sha256 } from '../core/digest.ts';
import { asArray, asString, field, type JsonValue } from '../core/json.ts';
import { sitePath } from '../core/paths.ts';
import { STAGE_INPUTS, type RawStageInputs, type StageInputName } from '../inputs/stage-spec.ts';
import type { FileRecord } from '../stages/file-record.ts';
import { PARTS, type Fingerprint, type Part } from '../stages/stage-fingerprint.ts';
import { ACCESSES, type Access } from '../store/access.ts';

/** What the step of a stage tells its post step: one versioned value, parsed once. */
export interface StageHandoff {
  /** Inputs as the workflow gave them, of which none but the outcome is read again. */
  readonly rawInputs: RawStageInputs;
  readonly scope: string;
  readonly verdict: 'skip' | 'run';
  /** Of the tree before the guarded step. */
  readonly fingerprint: Fingerprint;
  /** The workflow file, where it counts. */
  readonly moreCode: readonly FileRecord[];
  /** Absolute path of the listing of the files as they were. */
  readonly listing: string;
  readonly access: Access;
  /** Digest of outputs whose entry in the cache is of no use. */
  readonly spoilt: Sha256 | undefined;
}

const VERSION = 1;

export function stageHandoffToText({ fingerprint, ...rest }: StageHandoff): string {
  const { parts, key, environment } = fingerprint;
  return JSON.stringify({ version: VERSION, ...rest, key, parts, environment: [...environment] });
}

/** `undefined` for anything but a value of this version: then the step did not get far enough to record anything. */
export function stageHandoffFromText(text: string | undefined): StageHandoff | undefined {
  const value = parse(text ?? '');
  const given = (name: string): string => asString(field(value, name)) ?? '';
  const [verdict, key, spoilt] = [given('verdict'), given('key'), given('spoilt')];
  const access = ACCESSES.find((known) => known === given('access'));
  const parts = Object.fromEntries(PARTS.map((part) => [part, asString(field(field(value, 'parts'), part)) ?? '']));
  if (field(value, 'version') !== VERSION || access === undefined || !isSha256(key)) return undefined;
  if ((verdict !== 'skip' && verdict !== 'run') || !Object.values(parts).every(isSha256)) return undefined;
  return {
    rawInputs: rawInputsFrom(field(value, 'rawInputs')),
    scope: given('scope'),
    verdict,
    fingerprint: { key, parts: parts as Record<Part, Sha256>, environment: pairsFrom(field(value, 'environment')) },
    moreCode: asArray(field(value, 'moreCode')).flatMap(fileFrom),
    listing: given('listing'),
    access,
    spoilt: isSha256(spoilt) ? spoilt : undefined,
  };
}

function rawInputsFrom(value: JsonValue | undefined): RawStageInputs {
  const names = Object.keys(STAGE_INPUTS) as StageInputName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const given = asString(field(value, name));
      return given === undefined ? [] : [[name, given]];
    }),
  );
}

function pairsFrom(value: JsonValue | undefined): Map<string, Sha256> {
  return new Map(
    asArray(value).flatMap((pair): [string, Sha256][] => {
      const [name, digest] = asArray(pair);
      return typeof name === 'string' && typeof digest === 'string' && isSha256(digest) ? [[name, digest]] : [];
    }),
  );
}

function fileFrom(value: JsonValue): FileRecord[] {
  const path = sitePath(asString(field(value, 'path')) ?? '');
  const digest = asString(field(value, 'digest')) ?? '';
  return path !== undefined && isSha256(digest) ? [{ path, kind: 'file', digest }] : [];
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // A value of another shape is no handoff, which is what `null` says.
    return null;
  }
}
