import { asString, field, type JsonValue } from '../core/json.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import type { CacheKeys } from './keys.ts';

/**
 * What the main step tells the post step: one versioned value, parsed once. The post step reads no input again, since
 * the job may have changed the environment in between.
 */
export interface Handoff {
  readonly site: string;
  readonly outputDir: SitePath;
  readonly keys: CacheKeys;
  /** Raw inputs of the site, as the main step parsed them. */
  readonly rawInputs: Readonly<Record<string, string>>;
  readonly save: boolean;
  /** What keeps a save from being worth it, when the main step knows already. */
  readonly restored: 'exact' | 'prefix' | 'nothing';
  /** Digest of the state after the restore: the same after the build means that no build wrote anything. */
  readonly stateDigest: string;
  /** The build was told to be incremental, upon a state that was repaired for it. */
  readonly repaired: boolean;
}

const VERSION = 1;

export function handoffToText(handoff: Handoff): string {
  return JSON.stringify({ version: VERSION, ...handoff });
}

/** `undefined` for anything but a value of this version: then the main step did not get far enough to save anything. */
export function handoffFromText(text: string | undefined): Handoff | undefined {
  if (text === undefined) return undefined;
  const value = parse(text);
  const keys = field(value, 'keys');
  const [site, outputDir, key, stateDigest, restored] = [
    field(value, 'site'),
    field(value, 'outputDir'),
    field(keys, 'key'),
    field(value, 'stateDigest'),
    field(value, 'restored'),
  ].map(asString);
  const output = sitePath(outputDir ?? '');
  if (
    field(value, 'version') !== VERSION ||
    site === undefined ||
    output === undefined ||
    key === undefined ||
    stateDigest === undefined
  )
    return undefined;
  const raw = field(value, 'rawInputs');
  return {
    site,
    outputDir: output,
    keys: { key, restoreKeys: [] },
    rawInputs: Object.fromEntries(
      Object.entries(raw ?? {}).flatMap(([name, given]) => (typeof given === 'string' ? [[name, given]] : [])),
    ),
    save: field(value, 'save') === true,
    restored: restored === 'exact' || restored === 'prefix' ? restored : 'nothing',
    stateDigest,
    repaired: field(value, 'repaired') === true,
  };
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // A value of another shape is no handoff, which is what `null` says.
    return null;
  }
}
