import { type Sha256 } from '../../core/digest.ts';
/**
 * Front matter as Bengal's Python sees it. What JavaScript cannot tell apart is given as text that Python would write:
 * `new PythonNumber('1.0')` for a float without fraction, a bigint for a large integer, and a string for a date
 * (`2026-11-21`, which is what `str` makes of it).
 */
export type PageMetadata = Readonly<Record<string, unknown>>;
/** SHA-256 of `json.dumps(metadata, sort_keys=True, default=str)`: `parsed_content_cache.py`. */
export declare function metadataHash(metadata: unknown): Sha256;
export declare function navigationHash(metadata: PageMetadata): Sha256;
export declare function cascadeHash(metadata: PageMetadata): Sha256;
/**
 * As `metadataHash`, without Python objects: for generated documentation the hash of its content stands for the element
 * (`rendered_output_cache.py`, `_compute_metadata_hash`).
 */
export declare function renderedMetadataHash(metadata: PageMetadata): Sha256;
export declare function isAutodoc(metadata: PageMetadata): boolean;
