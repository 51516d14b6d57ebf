import { asFiniteNumber, asString, field, type JsonValue } from '../core/json.ts';
import { nameOfRef, type FileRef } from './file-ref.ts';
import { asInteger } from './exact-json.ts';
import { asHash } from './fingerprint.ts';
import type { RecordedPage } from './recorded-page.ts';

/** What the state recorded about a file that fed the build. */
export interface RecordedFile {
  readonly ref: FileRef;
  /** Every hash that some part of the state holds: 16 to 64 hexadecimal digits of a SHA-256. All must fit the file. */
  readonly hashes: readonly string[];
  readonly size: number | undefined;
  readonly mtimeNs: bigint | undefined;
  /** Whether some page names the file itself as an input, besides being fingerprinted. */
  readonly used: boolean;
  /** A source of API documentation: Bengal may name it relative to the site's parent. */
  readonly autodoc: boolean;
}

interface Collected {
  ref: FileRef;
  hashes: Set<string>;
  size: number | undefined;
  mtimeNs: bigint | undefined;
  used: boolean;
  autodoc: boolean;
}

export interface FileTables {
  readonly refOf: (recorded: string) => FileRef;
  readonly pages: Iterable<RecordedPage>;
  readonly fingerprints: readonly (readonly [string, JsonValue])[];
  readonly assets: readonly (readonly [string, JsonValue])[];
  /** Modules that API documentation was made from. Where they lie inside the site, no page names them. */
  readonly modules: readonly (readonly [string, JsonValue])[];
}

/** Input types whose path is a file. Template names are not paths. */
const AUTODOC_INPUTS: ReadonlySet<string> = new Set(['autodoc_source', 'cli_source']);
const FILE_INPUTS: ReadonlySet<string> = new Set(['content', 'data', ...AUTODOC_INPUTS]);

/** Joins the fingerprint tables with the hashes that page records hold, so that no table alone is believed. */
export function collectFiles(tables: FileTables): Map<string, RecordedFile> {
  const files = new Map<string, Collected>();
  const entry = (recorded: string): Collected => {
    const ref = tables.refOf(recorded);
    const name = nameOfRef(ref);
    const known = files.get(name) ?? {
      ref,
      hashes: new Set(),
      size: undefined,
      mtimeNs: undefined,
      used: false,
      autodoc: false,
    };
    files.set(name, known);
    return known;
  };
  for (const [path, value] of [...tables.fingerprints, ...tables.assets]) {
    const file = entry(path);
    // Asset tables hold 16 digits of the hash, or in old versions nothing else.
    const hash = asHash(asString(value) ?? asString(field(value, 'hash')));
    if (hash !== undefined) file.hashes.add(hash);
    file.size ??= asFiniteNumber(field(value, 'size'));
    file.mtimeNs ??= asInteger(field(value, 'mtime_ns'));
  }
  for (const [path, value] of tables.modules) {
    const file = entry(path);
    file.used = file.autodoc = true;
    const hash = asHash(asString(field(value, 'source_hash')));
    if (hash !== undefined) file.hashes.add(hash);
  }
  const templates = new Set([...files.keys()].filter((name) => name.startsWith('templates/')));
  for (const page of tables.pages) {
    collectInputs(page, entry);
    // A site's own template wins over every theme's of that name, so a record that names it must fit it.
    for (const input of page.inputs) {
      const path = `templates/${input.path}`;
      if (input.type === 'template' && input.hash !== undefined && templates.has(path))
        entry(path).hashes.add(input.hash);
    }
  }
  return new Map([...files].map(([name, file]) => [name, { ...file, hashes: [...file.hashes] }]));
}

function collectInputs(page: RecordedPage, entry: (recorded: string) => Collected): void {
  for (const input of page.inputs) {
    const path = fileOfInput(input.type, input.path);
    // A generated page's own key is no file.
    if (path === undefined || (input.type === 'content' && page.kind !== 'content')) continue;
    const file = entry(path);
    file.used = true;
    file.autodoc ||= AUTODOC_INPUTS.has(input.type);
    if (input.hash !== undefined) file.hashes.add(input.hash);
  }
  const ownHash = asHash(asString(page.metadata?.['file_hash']));
  if (page.kind === 'content' && ownHash !== undefined) entry(page.key).hashes.add(ownHash);
  for (const ref of page.files) if (!nameOfRef(ref).includes('.bengal/generated/')) entry(nameOfRef(ref)).used = true;
}

/** The file behind a page input, as recorded; `undefined` where the input is no file, or only a template's name. */
export function fileOfInput(type: string, path: string): string | undefined {
  if (type.startsWith('cascade_')) return path.replace(/^cascade:/, '');
  return FILE_INPUTS.has(type) ? path : undefined;
}
