import { asStrings, field, type JsonValue } from '../../core/json.ts';
import { AutodocTable, autodocCodec } from './autodoc-table.ts';
import { contentCodec, ContentTable } from './content-table.ts';
import { DependencyTable, dependenciesCodec } from './dependency-table.ts';
import type { OpenedCache } from './disk.ts';
import type { EntryMap } from './entry-map.ts';
import { FileTable, fingerprintsCodec, outputsCodec, OutputTable } from './file-table.ts';
import type { LazyGroup } from './lazy-group.ts';
import type { Freshness } from './page-content.ts';
import type { PathKeys } from './path-keys.ts';
import { entriesCodec, forgetInFormats, mentions, textCodec } from './plain-tables.ts';
import { TagTable, tagsCodec, termsCodec, TermTable } from './tag-table.ts';
import { TemplateTable, templatesCodec } from './template-table.ts';
import { HEALTH_REPORT_KEY } from './validation-results.ts';

type Text = LazyGroup<{ text: string | undefined }>;

/** Every table of a cache, and what concerns more than one of them. */
export class Tables implements Freshness {
  readonly keys: PathKeys;
  readonly files: FileTable;
  readonly outputs: OutputTable;
  readonly dependencies: DependencyTable;
  readonly tags: TagTable;
  readonly terms: TermTable;
  readonly templates: TemplateTable;
  readonly parsed: ContentTable;
  readonly rendered: ContentTable;
  readonly validation: ContentTable;
  readonly synthetic: ContentTable;
  readonly autodoc: AutodocTable;
  readonly artifacts: LazyGroup<EntryMap>;
  readonly formats: LazyGroup<EntryMap>;
  readonly claims: LazyGroup<EntryMap>;
  readonly assets: LazyGroup<EntryMap>;
  readonly configHash: Text;
  readonly lastBuild: Text;

  constructor({ data, keys }: Pick<OpenedCache, 'data' | 'keys'>) {
    const keyOf = (recorded: string): string => keys.ofRecorded(recorded);
    this.keys = keys;
    this.files = new FileTable(data.group(fingerprintsCodec(keys)), keys);
    this.outputs = new OutputTable(data.group(outputsCodec(keys)));
    this.dependencies = new DependencyTable(data.group(dependenciesCodec(keys)));
    this.tags = new TagTable(data.group(tagsCodec(keys)));
    this.terms = new TermTable(data.group(termsCodec(keys)));
    this.templates = new TemplateTable(data.group(templatesCodec(keys)));
    this.parsed = new ContentTable(data.group(contentCodec('parsed_content', keys)));
    this.rendered = new ContentTable(data.group(contentCodec('rendered_output', keys)));
    this.validation = new ContentTable(data.group(contentCodec('validation_results', keys)));
    this.synthetic = new ContentTable(data.group(entriesCodec('synthetic_pages')));
    this.autodoc = new AutodocTable(data.group(autodocCodec(keys)), keys);
    this.artifacts = data.group(entriesCodec('page_artifacts', keyOf));
    this.formats = data.group(entriesCodec('output_format_fingerprints'));
    this.claims = data.group(entriesCodec('url_claims'));
    this.assets = data.group(entriesCodec('discovered_assets', keyOf));
    this.configHash = data.group(textCodec('config_hash'));
    this.lastBuild = data.group(textCodec('last_build'));
  }

  isChanged(key: string): boolean {
    return this.files.isChanged(key);
  }

  dependenciesOf(page: string): ReadonlySet<string> {
    return this.dependencies.of(page);
  }

  /** Whatever was made with the file is void as well: once its name is gone, nothing would show that it is missing. */
  forget(key: string): void {
    for (const page of this.dependencies.dependents(key)) {
      this.parsed.delete(page);
      this.rendered.delete(page);
    }
    this.rendered.deleteWhere((entry) => this.#recordsDependency(entry, key));
    this.files.delete(key);
    this.outputs.deleteSource(key);
    this.dependencies.delete(key);
    this.tags.delete(key);
    this.terms.delete(key);
    this.templates.delete(key);
    this.parsed.delete(key);
    this.rendered.delete(key);
    this.validation.delete(key);
    this.validation.deleteWhere((entry, name) => name === HEALTH_REPORT_KEY && mentions(entry, key));
    this.synthetic.deleteWhere((entry, name) => name === key || mentions(entry, key));
    this.autodoc.deleteSource(this.keys.ofAutodocSource(this.keys.toAbsolute(key)));
    this.autodoc.deletePage(key);
    this.#forgetInSiteTables(key);
  }

  /** Whether the cache is for this configuration, or for none yet. For another one everything is cleared first. */
  adoptConfig(hash: string): boolean {
    const recorded = this.configHash.value.text;
    if (recorded === hash) return true;
    if (recorded !== undefined) this.clear();
    this.configHash.edit().text = hash;
    return recorded === undefined;
  }

  clear(): void {
    const tables = [
      ...[this.files, this.outputs, this.dependencies, this.tags, this.terms, this.templates, this.parsed],
      ...[this.rendered, this.validation, this.synthetic, this.autodoc],
    ];
    for (const table of tables) table.clear();
    for (const group of [this.artifacts, this.formats, this.claims, this.assets]) group.edit().clear();
    this.configHash.edit().text = undefined;
    this.lastBuild.edit().text = undefined;
  }

  #forgetInSiteTables(key: string): void {
    const isKey = (value: unknown): boolean => typeof value === 'string' && this.keys.ofRecorded(value) === key;
    if (this.artifacts.value.has(key)) this.artifacts.edit().delete(key);
    for (const [url, claim] of [...this.claims.value.entries()]) {
      if (isKey(field(claim, 'source'))) this.claims.edit().delete(url);
    }
    for (const [asset, output] of [...this.assets.value.entries()]) {
      if (asset === key || isKey(output)) this.assets.edit().delete(asset);
    }
    if (forgetInFormats(this.formats.value, key).changed) this.formats.changed = true;
  }

  #recordsDependency(entry: JsonValue, key: string): boolean {
    return asStrings(field(entry, 'dependencies')).some((path) => this.keys.ofRecorded(path) === key);
  }
}
