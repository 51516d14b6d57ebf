import { failed, ok, type Result } from '../core/result.ts';
import { orderByNeeds } from './order-by-needs.ts';
import { parseStage, type Stage, type StageFields } from './stage-definition.ts';
import { YamlReader, type YamlEntry, type YamlText } from './yaml-reader.ts';

/** Name of the file beside the site's other files. */
export const STAGES_FILE = 'bengal-cache.stages.yaml';

/** The keys of a stage, what each holds, and its field. `schema/stages.schema.json` is tested against it. */
export const STAGE_KEYS = {
  inputs: ['list', 'inputs'],
  outputs: ['list', 'outputs'],
  code: ['list', 'code'],
  command: ['command', 'command'],
  env: ['list', 'env'],
  salt: ['text', 'salt'],
  ttl: ['ttl', 'ttl'],
  needs: ['list', 'needs'],
  'verify-outputs': ['flag', 'verifyOutputs'],
  'cache-outputs': ['flag', 'cacheOutputs'],
} as const satisfies Record<string, readonly [ValueKind, keyof StageFields]>;

type ValueKind = 'list' | 'text' | 'ttl' | 'command' | 'flag';
type StageKey = keyof typeof STAGE_KEYS;

/** No person writes more, and a parser of YAML takes long over much of it. */
const MOST_CHARACTERS = 1024 ** 2;

export interface StagesFile {
  /** Each after those that it needs. */
  readonly stages: readonly Stage[];
  /** The line of a text in a list of a stage, or else of the stage. */
  readonly lineOf: (stage: string, text: string) => number;
}

/**
 * The stages of a file, each after those that it needs. Reports every problem, each with the name of the file and the
 * line. `scope` is that of all of them.
 */
export function parseStagesFile(text: string, file: string, scope = ''): Result<StagesFile, string> {
  if (text.length > MOST_CHARACTERS) return failed(`${file}: expected a file of stages, got more than a megabyte`);
  const reader = new YamlReader(text, file);
  if (reader.problems.length > 0) return failed(...reader.problems);
  const entries = readEntries(reader);
  const read = entries.map((entry) => readStage(reader, entry, scope));
  const stages = read.flatMap(({ stage }) => (stage === undefined ? [] : [stage]));
  checkNeeds(reader, entries, stages);
  if (reader.problems.length > 0) return failed(...reader.problems);
  const ordered = orderByNeeds(stages);
  if (ordered.kind === 'ordered') {
    const lines = new Map(read.map(({ name, line, texts }) => [name, { line, texts }]));
    const lineOf: StagesFile['lineOf'] = (name, text) => lines.get(name)?.texts.get(text) ?? lines.get(name)?.line ?? 1;
    return ok({ stages: ordered.items, lineOf });
  }
  const line = entries.find(({ key }) => key === ordered.names[0])?.line ?? 1;
  reader.report(line, `expected stages that can be put in an order, but ${ordered.names.join(' needs ')}`);
  return failed(...reader.problems);
}

/** The entries below `stages`. */
function readEntries(reader: YamlReader): YamlEntry[] {
  const top = reader.entries(reader.root, 1, { what: 'a mapping with the key stages' });
  for (const { key, line, value } of top) {
    if (key === 'version' && reader.scalar(value) !== 1) reader.report(line, 'version: expected 1');
    if (key !== 'version' && key !== 'stages')
      reader.report(line, `expected stages or version, got ${JSON.stringify(key)}`);
  }
  const stages = top.find(({ key }) => key === 'stages');
  if (stages === undefined) {
    if (reader.problems.length === 0) reader.report(1, 'expected the key stages');
    return [];
  }
  const words = { what: 'a mapping from names to stages', noun: 'stage ' };
  const entries = reader.entries(stages.value, stages.line, words);
  if (entries.length === 0 && reader.problems.length === 0) reader.report(stages.line, 'expected at least one stage');
  return entries;
}

interface ReadStage {
  readonly name: string;
  readonly line: number;
  /** Lines of the texts in its lists. */
  readonly texts: ReadonlyMap<string, number>;
  /** `undefined`: what is wrong is reported. */
  readonly stage: Stage | undefined;
}

function readStage(reader: YamlReader, { key: name, line, value }: YamlEntry, scope: string): ReadStage {
  const fields: Partial<Record<keyof StageFields, unknown>> = {};
  const lines = new Map<string, readonly number[]>();
  const texts = new Map<string, number>();
  for (const entry of reader.entries(value, line, { what: `a mapping for the stage ${name}` })) {
    const at = `stage ${name}: `;
    if (!isStageKey(entry.key)) {
      const known = Object.keys(STAGE_KEYS).join(', ');
      reader.report(entry.line, `${at}expected one of ${known}, got ${JSON.stringify(entry.key)}`);
      continue;
    }
    const [kind, field] = STAGE_KEYS[entry.key];
    const read = readValue(reader, entry, kind);
    if ('wanted' in read) reader.report(entry.line, `${at}${entry.key}: expected ${read.wanted}`);
    else {
      fields[field] = read.value;
      lines.set(field, read.lines);
      for (const { text, line: at } of read.texts) texts.set(text.trim(), at);
    }
  }
  const parsed = parseStage({ ...(fields as Omit<StageFields, 'name'>), name, scope });
  if (parsed.ok) return { name, line, texts, stage: parsed.value };
  for (const { field, index = 0, problem } of parsed.problems) {
    const at = lines.get(field);
    reader.report(at?.[index] ?? at?.[0] ?? line, `stage ${name}: ${field}: ${problem}`);
  }
  return { name, line, texts, stage: undefined };
}

function isStageKey(key: string): key is StageKey {
  return Object.hasOwn(STAGE_KEYS, key);
}

type ReadValue =
  | { readonly value: unknown; readonly lines: readonly number[]; readonly texts: readonly YamlText[] }
  /** What should be there instead. */
  | { readonly wanted: string };

function readValue(reader: YamlReader, { value, line }: YamlEntry, kind: ValueKind): ReadValue {
  const scalar = reader.scalar(value);
  const at = reader.lineOf(value) ?? line;
  const single = (read: unknown): ReadValue => ({ value: read, lines: [at], texts: [] });
  switch (kind) {
    case 'flag':
      return typeof scalar === 'boolean' ? single(scalar) : { wanted: 'true or false' };
    case 'ttl':
    case 'text': {
      const wanted = kind === 'ttl' ? 'seconds, or a text such as 12h or 7d' : 'a text';
      return typeof scalar === 'string' || typeof scalar === 'number' ? single(String(scalar)) : { wanted };
    }
    case 'list':
    case 'command': {
      if (typeof scalar === 'string' && kind === 'command') return single(scalar);
      const texts = typeof scalar === 'string' ? [{ text: scalar, line: at }] : reader.texts(value);
      if (texts !== undefined)
        return { value: texts.map(({ text }) => text), lines: texts.map((text) => text.line), texts };
      return { wanted: kind === 'list' ? 'a list of texts' : 'a text, or a list of a program and its arguments' };
    }
  }
}

function checkNeeds(reader: YamlReader, entries: readonly YamlEntry[], stages: readonly Stage[]): void {
  const names = new Set(entries.map(({ key }) => key));
  for (const stage of stages) {
    const line = entries.find(({ key }) => key === stage.name)?.line ?? 1;
    for (const need of stage.needs)
      if (!names.has(need))
        reader.report(line, `stage ${stage.name}: needs: there is no stage ${JSON.stringify(need)}`);
  }
}
