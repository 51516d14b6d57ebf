import { isSha256, type Sha256 } from '../core/digest.ts';
import { asArray, asString, field, type JsonValue } from '../core/json.ts';

/** How a build failed on a page. */
export const FAILURE_KINDS = [
  /** Its text could not be parsed, and nothing was written. */
  'not-parsed',
  /** Its HTML could not be made, and nothing was written. */
  'not-rendered',
  /** A page about the error was written in its place. */
  'error-page',
  /** Bengal's message stands in the place of the text. */
  'error-in-page',
  /** Bengal's limit of time passed before it was the page's turn. */
  'out-of-time',
  /** Nothing was written, and Bengal does not say why. */
  'unexplained',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A page that the last build lost, or spoilt. Bengal exits with 0 all the same. */
export interface FailedPage {
  /** Bengal's key: the site path of its source, for most. */
  readonly page: string;
  readonly how: FailureKind;
  /** Bengal's own words, in one line; empty where it says nothing. */
  readonly message: string;
  /** Digest of its source as it was built; `undefined`: it has none, or nobody knows. */
  readonly source: Sha256 | undefined;
  /** An earlier build of the same source failed in the same way. */
  readonly repeated: boolean;
}

/**
 * Whether a further build would fail on the page as these did. What ran out of time may do better next time, and of what
 * Bengal does not explain nobody can tell.
 */
export function isSettled({ how, message, repeated }: FailedPage): boolean {
  return repeated && message !== '' && how !== 'out-of-time' && how !== 'unexplained';
}

/** Whether both are the same failure of the same source. */
export function failsAlike(one: Omit<FailedPage, 'repeated'>, other: FailedPage): boolean {
  return (
    one.page === other.page &&
    one.how === other.how &&
    one.message === other.message &&
    one.source !== undefined &&
    one.source === other.source
  );
}

export function failedPagesToJson(pages: readonly FailedPage[]): JsonValue {
  return pages.map(({ page, how, message, source, repeated }) => [page, how, message, source ?? null, repeated]);
}

/** What we wrote; whatever else stands there says nothing. */
export function failedPagesFromJson(value: JsonValue | undefined): FailedPage[] {
  return asArray(value).flatMap((entry) => {
    const [page, how, message, source, repeated] = asArray(entry);
    const [name, kind, words] = [asString(page), FAILURE_KINDS.find((known) => known === how), asString(message)];
    const digest = asString(source);
    return name === undefined || kind === undefined || words === undefined || typeof repeated !== 'boolean'
      ? []
      : [
          {
            page: name,
            how: kind,
            message: words,
            source: digest !== undefined && isSha256(digest) ? digest : undefined,
            repeated,
          },
        ];
  });
}

/** Of a manifest that need not belong to the state beside it any more: what failed in the build before. */
export function failedPagesIn(manifest: JsonValue): FailedPage[] {
  return failedPagesFromJson(field(manifest, 'failedPages'));
}
