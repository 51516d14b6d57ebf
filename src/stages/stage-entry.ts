import { isSha256, sha256, type Sha256 } from '../core/digest.ts';
import { byCodeUnit } from '../core/order.ts';
import { keyOf, PARTS, type Fingerprint, type Part } from './stage-fingerprint.ts';
import type { StageName } from './stage-definition.ts';

/** What is kept of the last success of a stage. */
export interface StageEntry extends Fingerprint {
  readonly name: StageName;
  /** Milliseconds since 1970. */
  readonly recorded: number;
  /** Digest of the list of outputs. */
  readonly outputs: Sha256;
  /** Digest of the listing beside the entry, which names every file. */
  readonly files: Sha256;
  /** Which success of each needed stage this one was made upon. */
  readonly needs: ReadonlyMap<string, string>;
  /** Lines that this version does not know; they are kept. */
  readonly unknown: readonly string[];
}

export type EntryOutcome =
  | { readonly kind: 'read'; readonly entry: StageEntry }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly why: string };

const VERSION = '1';
const SINGLE_FIELDS = ['version', 'name', 'key', 'recorded', ...PARTS, 'outputs', 'files', 'check'] as const;
type SingleField = (typeof SINGLE_FIELDS)[number];

/** Names one success: whoever was made upon another one has to be made again. */
export function successOf(entry: Pick<StageEntry, 'key' | 'recorded'>): string {
  return `${entry.key}@${new Date(entry.recorded).toISOString()}`;
}

/** `key=value` lines, the same for the same entry. */
export function renderEntry(entry: StageEntry): string {
  const known = [
    `version=${VERSION}`,
    `name=${entry.name}`,
    `key=${entry.key}`,
    `recorded=${new Date(entry.recorded).toISOString()}`,
    ...PARTS.map((part) => `${part}=${entry.parts[part]}`),
    ...pairs('env.', entry.environment),
    ...pairs('need.', entry.needs),
    `outputs=${entry.outputs}`,
    `files=${entry.files}`,
  ];
  return [...known, `check=${checkOf(known)}`, ...entry.unknown].map((line) => `${line}\n`).join('');
}

function pairs(prefix: string, map: ReadonlyMap<string, string>): string[] {
  return [...map]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([name, value]) => `${prefix}${name}=${value}`);
}

/** Digest of the known lines: a changed letter anywhere makes the entry void, be it in the time alone. */
function checkOf(known: readonly string[]): string {
  return sha256(known.join('\n')).slice(0, 16);
}

/** Never throws: anything but a whole and true entry of this version and name is damaged. */
export function parseEntry(text: string, name: StageName): EntryOutcome {
  const singles = new Map<SingleField, string>();
  const maps = { 'env.': new Map<string, string>(), 'need.': new Map<string, string>() };
  const known: string[] = [];
  const unknown: string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n').map(withoutReturn)) {
    const [, field = '', value = ''] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
    const single = SINGLE_FIELDS.find((candidate) => candidate === field);
    const prefix = (['env.', 'need.'] as const).find((candidate) => field.startsWith(candidate));
    const map: Map<string, string> | undefined = single !== undefined ? singles : prefix && maps[prefix];
    const inner = prefix === undefined ? field : field.slice(prefix.length);
    if (map === undefined) unknown.push(line);
    else if (map.has(inner)) return { kind: 'damaged', why: `${field} stands in it twice` };
    else map.set(inner, value);
    if (map !== undefined && field !== 'check') known.push(line);
  }
  const problem = findProblem(singles, { known, name });
  if (problem !== undefined) return { kind: 'damaged', why: problem };
  return { kind: 'read', entry: entryFrom(singles, { maps, unknown, name }) };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

interface Expected {
  readonly known: readonly string[];
  readonly name: StageName;
}

function findProblem(singles: ReadonlyMap<SingleField, string>, { known, name }: Expected): string | undefined {
  const version = singles.get('version');
  if (version !== VERSION)
    return version === undefined ? 'it has no version' : `its version is ${JSON.stringify(version)}, not ${VERSION}`;
  const missing = SINGLE_FIELDS.find((field) => !singles.has(field));
  if (missing !== undefined) return `it has no ${missing}`;
  if (singles.get('check') !== checkOf(known)) return 'its lines do not fit its check';
  if (singles.get('name') !== name) return `it belongs to the stage ${JSON.stringify(singles.get('name'))}`;
  const digests = ['key', ...PARTS, 'outputs', 'files'] as const;
  const odd = digests.find((field) => !isSha256(singles.get(field) ?? ''));
  if (odd !== undefined) return `its ${odd} is no digest`;
  if (singles.get('key') !== keyOf(name, partsFrom(singles))) return 'its key does not follow from its parts';
  const recorded = singles.get('recorded') ?? '';
  const time = Date.parse(recorded);
  if (Number.isNaN(time) || new Date(time).toISOString() !== recorded) return 'its time is none';
  return undefined;
}

function partsFrom(singles: ReadonlyMap<SingleField, string>): Record<Part, Sha256> {
  return Object.fromEntries(PARTS.map((part) => [part, singles.get(part) ?? ''])) as Record<Part, Sha256>;
}

interface Rest {
  readonly maps: Readonly<Record<'env.' | 'need.', ReadonlyMap<string, string>>>;
  readonly unknown: readonly string[];
  readonly name: StageName;
}

function entryFrom(singles: ReadonlyMap<SingleField, string>, { maps, unknown, name }: Rest): StageEntry {
  const text = (field: SingleField): string => singles.get(field) ?? '';
  return {
    name,
    key: text('key') as Sha256,
    recorded: Date.parse(text('recorded')),
    parts: partsFrom(singles),
    environment: maps['env.'] as ReadonlyMap<string, Sha256>,
    needs: maps['need.'],
    outputs: text('outputs') as Sha256,
    files: text('files') as Sha256,
    unknown,
  };
}
