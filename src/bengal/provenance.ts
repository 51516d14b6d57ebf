import { asArray, asString, entriesOf, field, type JsonValue } from '../core/json.ts';
import { asHash } from './fingerprint.ts';
import { asInteger } from './exact-json.ts';
import { fieldOf, type StateFile, type StateReader } from './state-file.ts';

/** Something a page was made from, with the hash it had then. */
export interface RecordedInput {
  /** Bengal's word: `content`, `cascade_0`, `template`, `data`, `autodoc_source`, `cli_source`, `taxonomy`, `config`, ... */
  readonly type: string;
  /** A path, a template name, `tag:<slug>` or `site_config`, depending on the type. */
  readonly path: string;
  /** First 16 hexadecimal digits of a SHA-256; `undefined` when it was unreadable then. */
  readonly hash: string | undefined;
}

export interface Provenance {
  /** Page key -> what the page was made from. Empty inputs mean that the record could not be read. */
  readonly pages: ReadonlyMap<string, readonly RecordedInput[]>;
  /** When the build that saved this began to render, in nanoseconds since 1970; `undefined` when unknown. */
  readonly lastBuildNs: bigint | undefined;
  /** Pages whose record is missing or damaged. */
  readonly unreadable: readonly string[];
}

/** Reads `provenance/index.json` and the records it names. Bengal checks no version there, and neither do we. */
export function readProvenance(index: StateFile, reader: StateReader): Provenance {
  const records = new Map<string, readonly RecordedInput[] | undefined>();
  const pages = new Map<string, readonly RecordedInput[]>();
  const unreadable: string[] = [];
  for (const [page, combined] of entriesOf(fieldOf(index, 'pages'))) {
    const name = asHash(asString(combined));
    if (name !== undefined && !records.has(name)) records.set(name, readRecord(name, reader));
    const inputs = name === undefined ? undefined : records.get(name);
    if (inputs === undefined) unreadable.push(page);
    pages.set(page, inputs ?? []);
  }
  return { pages, unreadable, lastBuildNs: asInteger(fieldOf(index, 'last_build_time_ns')) };
}

function readRecord(name: string, reader: StateReader): readonly RecordedInput[] | undefined {
  const file = reader.plain(`provenance/records/${name}.json`);
  if (file.kind !== 'read') return undefined;
  const inputs = asArray(file.value['inputs']).map(readInput);
  // Every page is made from something, if only the configuration: a record without inputs is no record.
  return inputs.length > 0 && inputs.every((input) => input !== undefined) ? inputs : undefined;
}

function readInput(value: JsonValue): RecordedInput | undefined {
  const type = asString(field(value, 'type'));
  const path = asString(field(value, 'path'));
  if (type === undefined || path === undefined) return undefined;
  return { type, path, hash: asHash(asString(field(value, 'hash'))) };
}
