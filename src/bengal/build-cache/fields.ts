import type { JsonObject, JsonValue } from '../../core/json.ts';

/** Every top-level field that Bengal 0.5.1 knows, in the order in which it writes them (`build_cache/core.py`). */
export const FIELD_NAMES = [
  'version',
  'file_fingerprints',
  'dependencies',
  'reverse_dependencies',
  'output_sources',
  'taxonomy_deps',
  'page_tags',
  'tag_to_pages',
  'known_tags',
  'parsed_content',
  'rendered_output',
  'validation_results',
  'page_artifacts',
  'output_format_fingerprints',
  'autodoc_dependencies',
  'autodoc_source_metadata',
  'autodoc_content_cache',
  'synthetic_pages',
  'template_dependencies',
  'url_claims',
  'discovered_assets',
  'config_hash',
  'external_stores',
  'last_build',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Fields that Bengal since 0.3.3 keeps in `stores/<name>.json` instead of the main file. */
export const HOT_FIELDS = ['parsed_content', 'rendered_output', 'validation_results', 'synthetic_pages'] as const;
export type HotField = (typeof HOT_FIELDS)[number];

/** The schema number that Bengal since 0.2.4 writes. It discards files with a lower one. */
export const CURRENT_VERSION = 8;

const KNOWN: ReadonlySet<string> = new Set(FIELD_NAMES);
const HOT: ReadonlySet<string> = new Set(HOT_FIELDS);

export function isFieldName(name: string): name is FieldName {
  return KNOWN.has(name);
}

export function isHotField(name: string): name is HotField {
  return HOT.has(name);
}

export function storePath(name: HotField): string {
  return `stores/${name}.json`;
}

/** The main file of a state in which nothing was built yet. */
export function freshFields(): JsonObject {
  const maps = FIELD_NAMES.map((name) => [name, {}] as const);
  return {
    ...Object.fromEntries<JsonValue>(maps),
    version: CURRENT_VERSION,
    known_tags: [],
    config_hash: null,
    external_stores: Object.fromEntries(HOT_FIELDS.map((name) => [name, storePath(name)])),
    last_build: null,
  };
}
