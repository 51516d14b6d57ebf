import {
  asArray,
  asFiniteNumber,
  asString,
  asStrings,
  entriesOf,
  field,
  isObject,
  type JsonValue,
} from '../core/json.ts';
import { sha256 } from '../core/digest.ts';
import { parsePythonJson, PYTHON_COMPACT_SORTED, pythonJson } from '../core/python-json.ts';
import { settingsOf } from './config-keys.ts';

/** What a Bengal told of itself and of the configuration. */
export interface BengalFacts {
  /** 16 hexadecimal digits. */
  readonly configHash: string;
  readonly bengal: string | undefined;
  /** `major.minor`. */
  readonly python: string;
  /** Every setting that Bengal's hash is made of; `undefined` where this Bengal counts in another way. */
  readonly settings: ReadonlyMap<string, string> | undefined;
  /** The hash that pages are recorded with, private settings included, by the arguments of `bengal build`. Empty: unknown. */
  readonly pageHashes: readonly PageHash[];
  /** Package -> what is installed; `undefined`: unknown. */
  readonly packages: ReadonlyMap<string, InstalledPackage> | undefined;
  /** Whether `bengal build` has an option `--yes`, without which it asks at a terminal that no job has. */
  readonly asksToProceed: boolean;
}

export interface PageHash {
  readonly flags: readonly string[];
  /** 16 hexadecimal digits. */
  readonly hash: string;
}

export interface InstalledPackage {
  /** With the commit or digest that it was installed from, where there is one: equal means the same files. */
  readonly version: string;
  /** It lies in a folder where anybody can edit it, and its version stays. */
  readonly editable: boolean;
  /** Its folders in site-packages. */
  readonly folders: readonly string[];
}

export type ProbeAnswer =
  | { readonly kind: 'facts'; readonly facts: BengalFacts }
  | { readonly kind: 'missing' | 'failed' | 'garbled'; readonly why: string };

/** What stands behind the mark; empty: no line has it. */
export function answerIn(output: string, mark: string): string {
  const line = output.split(/\r?\n/).findLast((text) => text.includes(mark));
  return line === undefined ? '' : line.slice(line.indexOf(mark) + mark.length);
}

/** Finds and checks the line with the mark; whatever else was printed does not matter. */
export function parseAnswer(output: string, mark: string): ProbeAnswer {
  const answer = parse(answerIn(output, mark));
  if (!isObject(answer)) return { kind: 'garbled', why: 'no answer' };
  const missing = asString(answer['missing']);
  if (missing !== undefined) return { kind: 'missing', why: firstLine(missing) };
  const failed = asString(answer['failed']);
  if (failed !== undefined) return { kind: 'failed', why: firstLine(failed) };
  const configHash = asString(answer['hash']) ?? '';
  const [major, minor] = asArray(answer['python']).map(asFiniteNumber);
  if (!isShortHash(configHash) || major === undefined || minor === undefined)
    return { kind: 'garbled', why: 'an answer of another shape' };
  const version = asString(answer['bengal']) ?? '';
  const text = asString(answer['text']);
  return {
    kind: 'facts',
    facts: {
      configHash,
      bengal: /^\d+\.\d+[A-Za-z0-9.+-]{0,60}$/.test(version) ? version : undefined,
      python: `${String(major)}.${String(minor)}`,
      settings: text !== undefined && sha256(text).startsWith(configHash) ? settingsOfText(text) : undefined,
      pageHashes: asArray(answer['withFlags']).flatMap((entry) => {
        const [flags, hash] = asArray(entry);
        return typeof hash === 'string' && isShortHash(hash) ? [{ flags: asStrings(flags), hash }] : [];
      }),
      packages: packagesOf(answer['packages']),
      asksToProceed: asStrings(answer['options']).includes('yes'),
    },
  };
}

function packagesOf(value: JsonValue | undefined): ReadonlyMap<string, InstalledPackage> | undefined {
  if (!isObject(value)) return undefined;
  return new Map(
    entriesOf(value).map(([name, entry]) => {
      const source = asString(field(entry, 'source')) ?? '';
      const version = `${asString(field(entry, 'version')) ?? ''}${source === '' ? '' : ` (${source})`}`;
      const folders = asStrings(field(entry, 'folders'));
      return [name, { version: version.slice(0, LONGEST_VERSION), editable: source === 'folder', folders }];
    }),
  );
}

const LONGEST_VERSION = 200;

function settingsOfText(text: string): ReadonlyMap<string, string> {
  // Numbers keep how Python writes them: 1 and 1.0 are two settings.
  return settingsOf(parsePythonJson(text), (value) => pythonJson(value, PYTHON_COMPACT_SORTED));
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // A line that was cut or mixed with another one is no answer.
    return undefined;
  }
}

function firstLine(text: string): string {
  return (text.trim().split(/\r?\n/)[0] ?? '').slice(0, 500);
}

function isShortHash(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}
