import { join } from 'node:path';
import type { BengalState } from '../bengal/state.ts';
import { asString } from '../core/json.ts';
import { neededBytes } from '../disk/read.ts';
import type { PageDigest, SiteKnowledge } from '../manifest/knowledge.ts';
import type { PageWords } from '../mentions/needles.ts';
import { readMentions } from '../mentions/read-links.ts';
import { readAssetOutputs } from './asset-outputs.ts';
import { roleOf, type SiteLayout } from './layout.ts';
import { readPageText } from './page-text.ts';

export interface KnowledgeOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly state: BengalState;
  /** Sources as they were built, as site paths. */
  readonly sources: readonly string[];
  /** Every output, relative to the output directory. */
  readonly outputs: ReadonlySet<string>;
}

/** Reads each page's source and each output once, right after a build. */
export function readKnowledge(options: KnowledgeOptions): SiteKnowledge {
  const { site, layout, state, sources, outputs } = options;
  const pages = new Map<string, PageDigest>();
  const words: PageWords[] = [];
  for (const path of sources) {
    if (roleOf(path, layout).kind !== 'page') continue;
    const text = readPageText(neededBytes(join(site, path)), path);
    pages.set(path, text.digest);
    const page = state.pages.get(path);
    for (const output of page?.outputs ?? []) {
      words.push({
        output,
        title: asString(page?.metadata?.['title']) ?? text.title ?? '',
        description: asString(page?.metadata?.['description']) ?? '',
        date: asString(page?.metadata?.['date']) ?? '',
        body: text.body,
      });
    }
  }
  words.push(...wordsOfDocumentation(state));
  const mentioned = readMentions({
    folder: join(site, layout.outputDir),
    files: outputs,
    pages: words,
    lists: listLengths(state),
    bases: state.baseUrls,
  });
  return { pages, mentioned, assets: readAssetOutputs({ site, layout, sources, outputs }) };
}

/** What of the pages without a source can turn up on others: Bengal notes their titles and descriptions. */
export function wordsOfDocumentation(state: BengalState): PageWords[] {
  return [...state.pages.values()].flatMap((page) =>
    page.kind === 'virtual'
      ? page.outputs.map((output) => ({
          output,
          title: asString(page.metadata?.['title']) ?? '',
          description: asString(page.metadata?.['description']) ?? '',
          date: '',
          body: '',
        }))
      : [],
  );
}

/** Output of a tag's first listing -> how many pages carry the tag. */
export function listLengths(state: BengalState): Map<string, number> {
  return new Map(
    [...state.pages.values()].flatMap((page) =>
      page.kind === 'tag' ? page.outputs.map((output) => [output, membersOf(page.tags, state)] as const) : [],
    ),
  );
}

function membersOf(slugs: readonly string[], state: BengalState): number {
  const keys = new Set(slugs.flatMap((slug) => [...(state.tags.get(slug) ?? [])]));
  return [...keys].filter((key) => state.pages.has(key)).length;
}
