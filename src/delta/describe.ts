import { isUtf8 } from 'node:buffer';
import { addressOf } from './address.ts';
import type { ChangedOutput, ChangedPage, CompareOptions, Delta, OutputChange } from './delta.ts';
import { mayHoldNoise, withoutNoise } from './noise.ts';
import { outputKind, type OutputKind } from './output-kind.ts';
import { comparePages, UNKNOWN_CHANGE } from './page-change.ts';
import type { PagePair, PageView } from './page-view.ts';

/** Larger files are not read: they are told as changed, and nobody knows what in them. Nobody's page is that large. */
const MOST_TEXT_BYTES = 16 * 1024 * 1024;

export interface DescribeOptions extends CompareOptions {
  /** Comes as a value, since the parser is loaded only where a page has changed. */
  readonly pages: PageReader;
}

/** Reads pages, and what differs between two versions of one. */
export interface PageReader {
  readonly readPageView: (html: string) => PageView | undefined;
  readonly readPagePair: (before: string, after: string) => PagePair | undefined;
}

export type Described = Omit<Delta, 'vanished'> & {
  /** Views of pages that came and went, by path: what moved is found by them. */
  readonly views: { readonly added: ReadonlyMap<string, PageView>; readonly removed: ReadonlyMap<string, PageView> };
};

/** Says of every output whose bytes differ what it is, and whether and how a reader would notice. */
export function describeDifferences(options: DescribeOptions): Described {
  const { base, differences } = options;
  const views = { added: new Map<string, PageView>(), removed: new Map<string, PageView>() };
  const describe = (path: string, change: OutputChange): ChangedOutput => {
    const kind = outputKind(path, options.isOutput);
    const shared = { path, change, kind, address: addressOf(path) };
    if (change === 'changed') return { ...shared, ...describeChanged(path, kind, options) };
    const { before, after } = options.readers;
    const text = kind === 'page' ? readText(path, kind, change === 'added' ? after : before) : undefined;
    const view = text === undefined ? undefined : options.pages.readPageView(text);
    if (view !== undefined) views[change].set(path, view);
    return { ...shared, noise: false, ...(kind === 'page' ? { page: pageOf(view) } : {}) };
  };
  const files = [
    ...differences.added.map((path) => describe(path, 'added')),
    ...differences.changed.map((path) => describe(path, 'changed')),
    ...differences.removed.map((path) => describe(path, 'removed')),
  ].sort((left, right) => (left.path < right.path ? -1 : 1));
  return { schemaVersion: 1, base, files, unchanged: differences.unchanged, views };
}

/** Whether pages have to be read at all. */
export function needsParser({ differences, isOutput }: CompareOptions): boolean {
  const { added, changed, removed } = differences;
  return [...added, ...changed, ...removed].some((path) => outputKind(path, isOutput) === 'page');
}

function describeChanged(
  path: string,
  kind: OutputKind,
  options: DescribeOptions,
): Pick<ChangedOutput, 'noise' | 'page'> {
  const [before, after] = [readText(path, kind, options.readers.before), readText(path, kind, options.readers.after)];
  const noise = before !== undefined && before === after;
  if (kind !== 'page' || noise) return { noise };
  if (after === undefined) return { noise, page: { ...pageOf(undefined), changed: UNKNOWN_CHANGE } };
  const pair = before === undefined ? undefined : options.pages.readPagePair(before, after);
  if (pair === undefined)
    return { noise, page: { ...pageOf(options.pages.readPageView(after)), changed: UNKNOWN_CHANGE } };
  return { noise, page: { ...pageOf(pair.after), changed: comparePages(pair.before, pair.after) } };
}

/** The text of an output, noise taken away; `undefined`: it is not at hand, too long, or no text that may hold any. */
function readText(path: string, kind: OutputKind, read: (path: string) => Uint8Array | undefined): string | undefined {
  const bytes = kind === 'page' || mayHoldNoise(path) ? read(path) : undefined;
  if (bytes === undefined || bytes.byteLength > MOST_TEXT_BYTES || !isUtf8(bytes)) return undefined;
  return withoutNoise(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
}

function pageOf(view: PageView | undefined): ChangedPage {
  if (view === undefined) return { title: '' };
  return {
    title: view.heading === '' ? view.title : view.heading,
    ...(view.redirect === undefined ? {} : { redirect: view.redirect }),
    ...(view.noindex ? { noindex: true } : {}),
  };
}
