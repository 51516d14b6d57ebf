import type { DeltaLinks } from './delta-markdown.ts';

export interface DeltaLinkOptions {
  /** With `{path}` and `{pr}`; `undefined`: there is no preview. */
  readonly previewUrl: string | undefined;
  /** Number of the pull request that the run is about. */
  readonly pullRequest: number | undefined;
  /** Where the site is published, without its last slash. */
  readonly baseUrl: string | undefined;
}

/** Where pages of a delta lead: never to the live site for what is only proposed. Addresses are encoded already. */
export function deltaLinks({ previewUrl, pullRequest, baseUrl }: DeltaLinkOptions): DeltaLinks {
  const preview = previewOf(previewUrl, pullRequest);
  const live = (address: string): string | undefined => (baseUrl === undefined ? undefined : `${baseUrl}${address}`);
  const isProposed = pullRequest !== undefined;
  return {
    now: preview ?? (isProposed ? () => undefined : live),
    before: isProposed ? live : () => undefined,
  };
}

/** Address of a page in the preview; `undefined`: there is none, or it needs a number that nobody knows. */
export function previewOf(
  previewUrl: string | undefined,
  pullRequest: number | undefined,
): ((address: string) => string) | undefined {
  if (previewUrl === undefined || (previewUrl.includes('{pr}') && pullRequest === undefined)) return undefined;
  const forRequest = previewUrl.replaceAll('{pr}', String(pullRequest ?? ''));
  return (address) => forRequest.replaceAll('{path}', () => address).replace(/(?<!:)\/\/+/g, '/');
}
