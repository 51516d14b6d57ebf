import { asFiniteNumber, asString, asStrings, field, type JsonObject } from '../../core/json.ts';
import { pythonTimestamp } from '../python-time.ts';
import { isRecorded, type ContentTable } from './content-table.ts';
import { isAutodoc, renderedMetadataHash, type PageMetadata } from './metadata-hash.ts';
import { miss, type Cached, type Freshness } from './page-content.ts';

/** What decides whether rendered output still holds. */
export interface RenderedOutputTerms {
  readonly metadata: PageMetadata;
  /** Name such as `page.html`. */
  readonly template: string;
}

export interface RenderedOutput {
  /** The whole page, as it is written to the output directory. */
  readonly html: string;
  /** Templates and other files, absolute or relative to the site root. */
  readonly dependencies?: readonly string[];
}

export interface RenderedOutputCheck {
  readonly terms: RenderedOutputTerms;
  readonly freshness: Freshness;
  /** Float seconds, `null` when there is no manifest. */
  readonly assetManifestMtime: number | null;
  readonly keyOfRecorded: (path: string) => string;
}

/** The kept HTML if everything it was made of is unchanged, checked in Bengal's order. */
export function findRenderedOutput(table: ContentTable, page: string, check: RenderedOutputCheck): Cached<string> {
  const { terms, freshness, assetManifestMtime, keyOfRecorded } = check;
  const entry = table.peek(page);
  const html = asString(field(entry, 'html'));
  if (entry === undefined || html === undefined) return miss('not-cached');
  // Generated documentation has no source file; the hash of its content is part of the metadata.
  if (!isAutodoc(terms.metadata) && freshness.isChanged(page)) return miss('source-changed');
  if (!isRecorded(entry, 'metadata_hash', renderedMetadataHash(terms.metadata))) return miss('metadata-changed');
  if (!isRecorded(entry, 'template', terms.template)) return miss('template-changed');
  const recorded = asStrings(field(entry, 'dependencies')).map(keyOfRecorded);
  // Bengal leaves this list empty, so what else is known about the page counts too.
  for (const file of new Set([...recorded, ...freshness.dependenciesOf(page)])) {
    if (freshness.isChanged(file)) return miss('dependency-changed');
  }
  // Bengal accepts output that was kept before there was a manifest; its asset links are not to be relied upon.
  const manifestThen = asFiniteNumber(field(entry, 'asset_manifest_mtime')) ?? null;
  return manifestThen === assetManifestMtime ? { kind: 'cached', content: html } : miss('assets-changed');
}

export function renderedOutputEntry(
  output: { readonly html: string; readonly dependencies: readonly string[] },
  terms: RenderedOutputTerms,
  assetManifestMtime: number | null,
): JsonObject {
  return {
    html: output.html,
    template: terms.template,
    metadata_hash: renderedMetadataHash(terms.metadata),
    dependencies: output.dependencies,
    timestamp: pythonTimestamp(new Date()),
    size_bytes: Buffer.byteLength(output.html),
    asset_manifest_mtime: assetManifestMtime,
  };
}
