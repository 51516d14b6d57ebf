import type { JsonObject } from '../../core/json.ts';
/** Every top-level field that Bengal 0.5.1 knows, in the order in which it writes them (`build_cache/core.py`). */
export declare const FIELD_NAMES: readonly ["version", "file_fingerprints", "dependencies", "reverse_dependencies", "output_sources", "taxonomy_deps", "page_tags", "tag_to_pages", "known_tags", "parsed_content", "rendered_output", "validation_results", "page_artifacts", "output_format_fingerprints", "autodoc_dependencies", "autodoc_source_metadata", "autodoc_content_cache", "synthetic_pages", "template_dependencies", "url_claims", "discovered_assets", "config_hash", "external_stores", "last_build"];
export type FieldName = (typeof FIELD_NAMES)[number];
/** Fields that Bengal since 0.3.3 keeps in `stores/<name>.json` instead of the main file. */
export declare const HOT_FIELDS: readonly ["parsed_content", "rendered_output", "validation_results", "synthetic_pages"];
export type HotField = (typeof HOT_FIELDS)[number];
/** The schema number that Bengal since 0.2.4 writes. It discards files with a lower one. */
export declare const CURRENT_VERSION = 8;
export declare function isFieldName(name: string): name is FieldName;
export declare function isHotField(name: string): name is HotField;
export declare function storePath(name: HotField): string;
/** The main file of a state in which nothing was built yet. */
export declare function freshFields(): JsonObject;
