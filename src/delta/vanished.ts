import { addressOf, readableAddress } from './address.ts';
import type { PageSource, VanishedPage } from './delta.ts';
import type { Described } from './describe.ts';
import type { PageView } from './page-view.ts';

export interface VanishedFacts {
  readonly described: Pick<Described, 'files' | 'views'>;
  /** Whether something leads on from an address that has no page. */
  readonly isRedirected: (address: string) => boolean;
  /** By output; `undefined`: nobody knows. */
  readonly sourceOf: (output: string) => PageSource | 'generated' | undefined;
}

/** The pages that are gone without leading anywhere. Pure. */
export function findVanishedPages({ described, isRedirected, sourceOf }: VanishedFacts): readonly VanishedPage[] {
  const { files, views } = described;
  const gone = files.filter(
    ({ kind, change, address }) => kind === 'page' && change === 'removed' && !isRedirected(address),
  );
  if (gone.length === 0) return [];
  const arrivals = [...views.added].filter(([, view]) => view.redirect === undefined);
  const byContent = new Map(arrivals.map(([path, view]) => [view.parts.content, path]));
  const byName = new Map(arrivals.map(([path, view]) => [nameOf(view), path]));
  const pathOf = (source: ReturnType<VanishedFacts['sourceOf']>): PageSource | null =>
    source === undefined || source === 'generated' ? null : source;
  return gone.map(({ path, address, page }) => {
    const view = views.removed.get(path);
    const source = sourceOf(path);
    const to =
      view && (byContent.get(view.parts.content) ?? (nameOf(view) === '' ? undefined : byName.get(nameOf(view))));
    return {
      path,
      address,
      title: page?.title ?? '',
      ...(to === undefined ? {} : { movedTo: { path: to, address: addressOf(to), source: pathOf(sourceOf(to)) } }),
      source: pathOf(source),
      generated: source === 'generated',
    };
  });
}

function nameOf({ heading, title }: PageView): string {
  return heading === '' && title === '' ? '' : `${heading}\n${title}`;
}

/** What to do about it, in a sentence without its full stop. */
export function fixOf({ path, movedTo, source }: VanishedPage): string {
  const address = readableAddress(path);
  const target = movedTo?.source ?? null;
  if (target !== null) return `add ${JSON.stringify(address)} to aliases in ${target.path}`;
  if (source !== null && movedTo === undefined)
    return `add ${JSON.stringify(address)} to aliases of the page that takes its place, or a redirect at the host`;
  return `add a redirect from ${address}${movedTo === undefined ? '' : ` to ${readableAddress(movedTo.path)}`}`;
}

/** The line of a text's front matter on which one of the keys stands, from 1; 1 where none does. */
export function lineOfKey(text: string, keys: readonly string[]): number {
  const lines = text.split(/\r?\n/, 200);
  if (!/^(?:---|\+\+\+)\s*$/.test(lines[0] ?? '')) return 1;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\+\+\+)\s*$/.test(line));
  const head = end === -1 ? [] : lines.slice(0, end);
  for (const key of keys) {
    const at = head.findIndex((line) => line.startsWith(key) && /^\s*[:=]/.test(line.slice(key.length)));
    if (at !== -1) return at + 1;
  }
  return 1;
}

/** Front matter that decides where a page is written, in the order in which it does. */
export const ADDRESS_KEYS = ['url', 'permalink', 'slug', 'path', 'date', 'title'] as const;
