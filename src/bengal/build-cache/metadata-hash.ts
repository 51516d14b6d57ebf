import { sha256, type Sha256 } from '../../core/digest.ts';
import { PYTHON_DEFAULT_SORTED, pythonJson } from '../../core/python-json.ts';

/**
 * Front matter as Bengal's Python sees it. What JavaScript cannot tell apart is given as text that Python would write:
 * `new PythonNumber('1.0')` for a float without fraction, a bigint for a large integer, and a string for a date
 * (`2026-11-21`, which is what `str` makes of it).
 */
export type PageMetadata = Readonly<Record<string, unknown>>;

/**
 * Keys whose change affects menus and section lists (`NAV_AFFECTING_KEYS` in `bengal/orchestration/constants.py`),
 * compared in lower case.
 */
const NAVIGATION_KEYS: ReadonlySet<string> = new Set([
  ...[
    'title',
    'slug',
    'permalink',
    'aliases',
    'hidden',
    'draft',
    'visibility',
    'menu',
    'weight',
    'cascade',
    'redirect',
  ],
  ...['lang', 'language', 'translationkey', '_section'],
]);

/** SHA-256 of `json.dumps(metadata, sort_keys=True, default=str)`: `parsed_content_cache.py`. */
export function metadataHash(metadata: unknown): Sha256 {
  return sha256(pythonJson(metadata, PYTHON_DEFAULT_SORTED));
}

export function navigationHash(metadata: PageMetadata): Sha256 {
  const relevant = Object.entries(metadata).filter(([key]) => NAVIGATION_KEYS.has(key.toLowerCase()));
  return metadataHash(Object.fromEntries(relevant));
}

export function cascadeHash(metadata: PageMetadata): Sha256 {
  return metadataHash('cascade' in metadata ? metadata['cascade'] : {});
}

/**
 * As `metadataHash`, without Python objects: for generated documentation the hash of its content stands for the element
 * (`rendered_output_cache.py`, `_compute_metadata_hash`).
 */
export function renderedMetadataHash(metadata: PageMetadata): Sha256 {
  const transient = new Set(['_site', '_section']);
  if (isAutodoc(metadata) && Boolean(metadata['doc_content_hash'])) transient.add('autodoc_element');
  return metadataHash(Object.fromEntries(Object.entries(metadata).filter(([key]) => !transient.has(key))));
}

export function isAutodoc(metadata: PageMetadata): boolean {
  return Boolean(metadata['is_autodoc']);
}
