import { parse as parseToml } from 'smol-toml';
import { parseYaml, parseYamlWords } from '../config/yaml.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { sha256 } from '../core/digest.ts';

/** A place in `site.data`: names of folders and of the file, then keys in it. */
export type DataPath = readonly string[];

/** What was edited in a data file. */
export interface DataEdit {
  /** Values that differ, with everything that they lie in. */
  readonly values: readonly DataPath[];
  /** Of these, the innermost ones that are known: whatever lies in them may be another one. */
  readonly whole: readonly DataPath[];
  /** Mappings that have other keys, or the same in another order. */
  readonly keys: readonly DataPath[];
  /** Values that came or went, or are a mapping at one time only. */
  readonly there: readonly DataPath[];
}

/** Place in a data file, as JSON -> 12 hexadecimal digits of the value there, or of the keys. */
export type DataDigests = ReadonlyMap<string, string>;

/** So many keys lead to what is told apart in `site.data`; what lies deeper counts as one value. */
export const DATA_DEPTH = 4;
/** Larger files, and such with more values, count as one value. */
const MOST_CHARACTERS = 512 * 1024;
const MOST_VALUES = 5000;
const WHOLE = JSON.stringify([]);

/** Where a file stands in `site.data`: `data/team/members.json` is `team.members`. */
export function placeOfData(path: string): DataPath {
  return path
    .replace(/\.[^./]+$/, '')
    .split('/')
    .slice(1);
}

/** Takes a data file apart. What cannot be read as Bengal does is one value. */
export function digestData(path: string, text: string): Map<string, string> {
  const found = new Map<string, string>();
  const whole = new Map([[WHOLE, short(text)]]);
  if (text.length > MOST_CHARACTERS) return whole;
  const depth = DATA_DEPTH - placeOfData(path).length;
  const visit = (place: readonly string[], value: unknown, words: unknown): void => {
    if (!isMapping(value) || place.length >= depth) {
      found.set(JSON.stringify(place), short(canonicalJson([value, words])));
      return;
    }
    found.set(JSON.stringify([...place, 0]), short(Object.keys(value).join('\0')));
    for (const [key, inner] of Object.entries(value))
      visit([...place, key], inner, isMapping(words) ? words[key] : null);
  };
  try {
    if (path.endsWith('.toml')) visit([], parseToml(text), short(text));
    // What a scalar means and how it is spelled: Python tells 1 from 1.0.
    else visit([], parseYaml(text), parseYamlWords(text));
  } catch {
    return whole;
  }
  return found.size > MOST_VALUES ? whole : found;
}

/** What differs between two versions of a file; `undefined` stands for one that is not there. */
export function editOfData(path: string, before: DataDigests | undefined, after: DataDigests | undefined): DataEdit {
  const place = placeOfData(path);
  const [values, keys, there] = [paths(), paths(), paths()];
  const whole: DataPath[] = [];
  for (const entry of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    if (before?.get(entry) === after?.get(entry)) continue;
    const inFile = JSON.parse(entry) as (string | 0)[];
    const at = [...place, ...inFile.filter((part) => part !== 0)];
    values.addAll(at);
    if (inFile.at(-1) === 0) keys.add(at);
    else whole.push(at);
    if (before?.has(entry) !== after?.has(entry)) there.add(at);
  }
  if (before === undefined || after === undefined) {
    values.addAll(place);
    whole.push(place);
    // The folders above may come or go with it.
    for (let length = 0; length < place.length; length++) {
      keys.add(place.slice(0, length));
      there.add(place.slice(0, length + 1));
    }
  }
  return { values: values.all(), whole, keys: keys.all(), there: there.all() };
}

interface Paths {
  add(path: DataPath): void;
  /** A path and all that lead to it. */
  addAll(path: DataPath): void;
  all(): DataPath[];
}

function paths(): Paths {
  const found = new Map<string, DataPath>();
  const add = (path: DataPath): void => void found.set(JSON.stringify(path), path);
  return {
    add,
    addAll: (path) => {
      for (let length = 0; length <= path.length; length++) add(path.slice(0, length));
    },
    all: () => [...found.values()],
  };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function short(text: string): string {
  return sha256(text).slice(0, 12);
}
