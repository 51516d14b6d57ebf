import { asFiniteNumber, asString, asStrings, entriesOf, field, isObject, type JsonValue } from '../core/json.ts';

/** What a build rests on besides the sources: what has to be the same again before its output may be used unbuilt. */
export interface Circumstances {
  /** What may be kept of the configuration; `undefined`: nothing is known of it setting by setting. */
  readonly config: RecordedSettings | undefined;
  /** Package -> version, of Bengal and what it is made of; `undefined`: nobody asked. */
  readonly packages: ReadonlyMap<string, string> | undefined;
  readonly shown: ShownDates;
  /** Whether templates of the site ask for the time. */
  readonly readsClock: boolean;
  /** How long the last full build took, as far as the state tells; `undefined`: unknown. */
  readonly fullBuildSeconds: number | undefined;
  /** The same of the last build in which pages were kept. */
  readonly incrementalBuildSeconds: number | undefined;
}

/** How long builds of this site took, in seconds; `undefined`: nobody recorded it. */
export interface BuildTimes {
  readonly full: number | undefined;
  readonly incremental: number | undefined;
}

/** No build of a site takes a day; then a clock was set in between. */
const LONGEST_BUILD = 86_400;

export function isBuildTime(seconds: number): boolean {
  return seconds > 0 && seconds < LONGEST_BUILD;
}

export interface RecordedSettings {
  /** Bengal's own resolved configuration with its defaults, or what files and variables say. */
  readonly source: 'bengal' | 'files';
  /** Setting -> 12 hexadecimal digits of its value; `null` for what looks like a secret. */
  readonly digests: ReadonlyMap<string, string | null>;
}

/** What time makes untrue. */
export interface ShownDates {
  /** Ages that pages show, in words: `3 days ago`. */
  readonly ages: readonly string[];
  /** Dates in front matter, as they are written. */
  readonly dates: readonly string[];
}

export function circumstancesToJson(circumstances: Circumstances): JsonValue {
  const { config, packages, shown, readsClock, fullBuildSeconds, incrementalBuildSeconds } = circumstances;
  return {
    config: config === undefined ? null : { source: config.source, digests: Object.fromEntries(config.digests) },
    packages: packages === undefined ? null : Object.fromEntries(packages),
    shown: { ages: shown.ages, dates: shown.dates },
    readsClock,
    fullBuildSeconds: fullBuildSeconds ?? null,
    incrementalBuildSeconds: incrementalBuildSeconds ?? null,
  };
}

/** `undefined` for anything that we did not write. */
export function circumstancesFromJson(value: JsonValue | undefined): Circumstances | undefined {
  const shown = field(value, 'shown');
  const readsClock = field(value, 'readsClock');
  if (!isObject(value) || !isObject(shown) || typeof readsClock !== 'boolean') return undefined;
  return {
    config: settingsFromJson(field(value, 'config')),
    packages: textsFromJson(field(value, 'packages')),
    shown: { ages: asStrings(shown['ages']), dates: asStrings(shown['dates']) },
    readsClock,
    fullBuildSeconds: buildTimeFromJson(field(value, 'fullBuildSeconds')),
    incrementalBuildSeconds: buildTimeFromJson(field(value, 'incrementalBuildSeconds')),
  };
}

function buildTimeFromJson(value: JsonValue | undefined): number | undefined {
  const seconds = asFiniteNumber(value);
  return seconds !== undefined && isBuildTime(seconds) ? seconds : undefined;
}

function settingsFromJson(value: JsonValue | undefined): RecordedSettings | undefined {
  const source = asString(field(value, 'source'));
  const digests = field(value, 'digests');
  if ((source !== 'bengal' && source !== 'files') || !isObject(digests)) return undefined;
  return {
    source,
    digests: new Map(
      entriesOf(digests).flatMap(([key, digest]) =>
        digest === null || typeof digest === 'string' ? [[key, digest] as const] : [],
      ),
    ),
  };
}

function textsFromJson(value: JsonValue | undefined): ReadonlyMap<string, string> | undefined {
  if (!isObject(value)) return undefined;
  return new Map(entriesOf(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])));
}
