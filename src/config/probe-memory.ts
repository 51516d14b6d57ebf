import { delimiter, dirname, join } from 'node:path';
import { digestOfParts, sha256, type Sha256 } from '../core/digest.ts';
import { asString, asStrings, field, type JsonValue } from '../core/json.ts';
import { by } from '../core/order.ts';
import { isThere, lookExactly, lookThroughExactly } from '../disk/look.ts';
import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { atBest } from '../disk/outcome.ts';
import { neededText } from '../disk/read.ts';

/** Where a job keeps what its Python answered. The folder is the runner's, made for this job and gone after it. */
export interface ProbeMemory {
  /** Absolute. */
  readonly folder: string;
  /** Digest of the configuration: its files and the variables that it is made from. */
  readonly configuration: Sha256;
}

export interface Question {
  /** The command, without what differs from call to call. */
  readonly command: readonly string[];
  /** What the program sees of the environment. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * The answer to the same question earlier in this job; `undefined`: there is none, or something was installed since. An
 * installation changes the folders that Python finds its packages in, and with them their times.
 */
export function recall(memory: ProbeMemory, question: Question): string | undefined {
  try {
    const value = JSON.parse(neededText(pathOf(memory, question))) as JsonValue;
    const answer = asString(field(value, 'answer'));
    return answer !== undefined && asString(field(value, 'places')) === stampOf(placesOf(answer)) ? answer : undefined;
  } catch {
    // Nobody has asked yet, or what was written down cannot be read.
    return undefined;
  }
}

/** @param answer The line of the answer, without its mark. */
export function remember(memory: ProbeMemory, question: Question, answer: string): void {
  try {
    const places = placesOf(answer);
    if (places.length === 0) return;
    const path = pathOf(memory, question);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ places: stampOf(places), answer }), { mode: 0o600 });
  } catch {
    // It is asked again then.
  }
}

function pathOf({ folder, configuration }: ProbeMemory, { command, variables }: Question): string {
  const ofPython = Object.entries(variables)
    .filter(([name]) => /^(?:PYTHON|VIRTUAL_ENV$|UV_)/.test(name) && name !== 'PYTHONHASHSEED')
    .map(([name, value]): [string, string] => [name, name === 'PYTHONPATH' ? withoutCompanion(value) : value])
    .filter(([, value]) => value !== '')
    .sort(by(([name]) => name));
  const words = command.map((word): [string, string] => ['word', word]);
  const digest = digestOfParts([['configuration', configuration], ...words, ...ofPython]);
  return join(folder, `probe-${digest.slice(0, 16)}.json`);
}

/** A prepared job has our companion on its path, which is no part of what it has installed. */
function withoutCompanion(path: string): string {
  const isOurs = (folder: string): boolean => isThere(join(folder, 'bengal_cache_companion'));
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && !isOurs(folder))
    .join(delimiter);
}

/** The interpreter and every folder that it looks for modules in, as the answer names them. */
function placesOf(answer: string): readonly string[] {
  return asStrings(field(JSON.parse(answer) as JsonValue, 'places'));
}

function stampOf(places: readonly string[]): string {
  const stamps = places.map((path) => {
    const times = [lookExactly(path), lookThroughExactly(path)].map((entry) => {
      const stat = atBest(entry);
      return stat === undefined ? 'absent' : `${String(stat.ino)} ${String(stat.mtimeNs)} ${String(stat.size)}`;
    });
    return `${path}\0${times.join('\0')}`;
  });
  return sha256(stamps.join('\n'));
}
