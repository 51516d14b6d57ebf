import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BengalState } from '../bengal/state.ts';
import { asString } from '../core/json.ts';
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
    const text = readPageText(readFileSync(join(site, path)), path);
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
  const mentions = readMentions({
    folder: join(site, layout.outputDir),
    files: outputs,
    pages: words,
    bases: state.baseUrls,
  });
  return { pages, mentions, assets: readAssetOutputs({ site, layout, sources, outputs }) };
}
