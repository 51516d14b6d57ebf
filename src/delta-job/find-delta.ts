import type { SiteConfig } from '../config/site-config.ts';
import type { SitePath } from '../core/paths.ts';
import type { Delta, PageSource } from '../delta/delta.ts';
import { describeDifferences, needsParser, type Described, type PageReader } from '../delta/describe.ts';
import { compareDigests, type Differences, type OutputDigest, type OutputDigests } from '../delta/digests.ts';
import { readRedirects } from '../delta/redirects.ts';
import { ADDRESS_KEYS, findVanishedPages, lineOfKey } from '../delta/vanished.ts';
import { readState } from '../bengal/state.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import { readOutput, readOutputFolder, readSourceText } from '../output/read-output.ts';
import { previousOutput, withBase, type BaseOutput, type BaseSource } from './delta-base.ts';

export interface DeltaOptions {
  /** Folder of the output as it is now, absolute. */
  readonly output: string;
  readonly base: BaseSource;
  /** The Bengal site that it is the output of; `undefined`: two folders are all there is. */
  readonly site: { readonly root: string; readonly config: SiteConfig } | undefined;
  /** For whoever reads the output in the same process once more. */
  readonly memory?: DigestMemory;
}

export interface FoundDelta {
  readonly delta: Delta;
  readonly differences: Differences;
  /** What the base held, and what the output holds. */
  readonly before: OutputDigests;
  readonly after: OutputDigests;
  /** What lies in the output and is no regular file: no list names it. */
  readonly others: readonly string[];
}

/** Says what readers will see change: reads the output once, and of the earlier one only what has changed. */
export async function findDelta({ output, base: source, site, memory }: DeltaOptions): Promise<FoundDelta> {
  const previous = site === undefined ? undefined : previousOutput(site.root);
  return await withBase(source, previous, async (earlier) => {
    const { base, digests: before, folder } = earlier;
    const like = folder === undefined ? undefined : { folder, digests: known(before), others: [] };
    const { digests: after, others } = readOutputFolder(output, like, memory);
    const differences = compareDigests(before, after);
    const isOutput = (path: string): boolean => after.has(path) || before.has(path);
    const readers = { before: earlier.read, after: (path: string) => readOutput(output, path) };
    const options = { base, differences, readers, isOutput };
    const described = describeDifferences({ ...options, pages: await loadPageReader(needsParser(options)) });
    const vanished = await findVanished({ described, output, site, earlier });
    const { schemaVersion, files, unchanged } = described;
    return { delta: { schemaVersion, base, files, unchanged, vanished }, differences, before, after, others };
  });
}

/** Everything that is known for certain. */
function known(digests: OutputDigests): ReadonlyMap<string, OutputDigest> {
  return new Map([...digests].flatMap(([path, digest]) => (digest === 'unknown' ? [] : [[path, digest] as const])));
}

/** A part of its own: most runs change no page. */
async function loadPageReader(isNeeded: boolean): Promise<PageReader> {
  if (isNeeded) return await import('../delta/read-pages.ts');
  const fail = (): never => {
    throw new Error('no page was to be read');
  };
  return { readPageView: fail, readPagePair: fail };
}

interface Vanishing extends Pick<DeltaOptions, 'output' | 'site'> {
  readonly described: Described;
  readonly earlier: BaseOutput;
}

async function findVanished({ described, output, site, earlier }: Vanishing): Promise<Delta['vanished']> {
  const isPageGone = described.files.some(({ kind, change }) => kind === 'page' && change === 'removed');
  if (!isPageGone) return [];
  const redirects = readOutput(output, '_redirects');
  const isRedirected = readRedirects(redirects === undefined ? '' : Buffer.from(redirects).toString('utf8'));
  const sourceOf = site === undefined ? () => undefined : await readPageSources(site, earlier);
  return findVanishedPages({ described, isRedirected, sourceOf });
}

/** Which source each output was made from, by the state: Bengal forgets no page. */
async function readPageSources(
  { root, config }: { readonly root: string; readonly config: SiteConfig },
  { manifest }: BaseOutput,
): Promise<(output: string) => PageSource | 'generated' | undefined> {
  const outcome = await readState({ site: root, outputDir: config.outputDir });
  const pages = outcome.kind === 'read' ? [...outcome.state.pages.values()] : [];
  const byOutput = new Map<string, PageSource | 'generated'>();
  const place = (path: string): PageSource => {
    const text = readSourceText(root, path);
    return { path, line: text === undefined ? 1 : lineOfKey(text, ADDRESS_KEYS) };
  };
  const found = new Map(pages.flatMap((page) => page.outputs.map((output) => [output as string, page] as const)));
  return (output) => {
    const page = found.get(output);
    if (page === undefined) return sourceByName(output, config.contentDir, manifest?.sources);
    const known = byOutput.get(output) ?? (page.kind === 'content' ? place(page.key) : 'generated');
    byOutput.set(output, known);
    return known;
  };
}

/** Where the state does not tell: the source that a page of this name would have by default. */
function sourceByName(
  output: string,
  contentDir: SitePath,
  sources: ReadonlyMap<string, unknown> | undefined,
): PageSource | undefined {
  const stem = `${contentDir}/${output.replace(/(?:^|\/)index\.html?$|\.html?$/i, '')}`.replace(/\/$/, '');
  const names = [`${stem}.md`, `${stem}/index.md`, `${stem}/_index.md`];
  const path = names.find((name) => sources?.has(name));
  return path === undefined ? undefined : { path, line: 1 };
}
