import { join } from 'node:path';
import { neededBytes, neededText } from '../disk/read.ts';
import type { PageDigest, SiteKnowledge } from '../manifest/site-index.ts';
import type { Read } from '../trace/trace.ts';
import { readAssetNames } from './asset-names.ts';
import { digestData } from './data-file.ts';
import { roleOf, type SiteLayout } from './layout.ts';
import { answerLooks, isLook } from './looks.ts';
import { readPageText } from './page-text.ts';

export interface KnowledgeOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  /** Sources as they were built, as site paths. */
  readonly sources: readonly string[];
  /** Every output, relative to the output directory. */
  readonly outputs: ReadonlySet<string>;
  /** What pages read. */
  readonly reads: readonly Read[];
  /** Environment variables of this process. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Reads each page's source once, right after a build, and answers what pages asked of the disk. */
export function readKnowledge({ site, layout, sources, outputs, reads, variables }: KnowledgeOptions): SiteKnowledge {
  const pages = new Map<string, PageDigest>();
  const data = new Map<string, ReadonlyMap<string, string>>();
  for (const path of sources) {
    const { kind } = roleOf(path, layout);
    if (kind === 'page') pages.set(path, readPageText(neededBytes(join(site, path)), path).digest);
    if (kind === 'data') data.set(path, digestData(path, neededText(join(site, path))));
  }
  return {
    pages,
    data,
    assets: readAssetNames({ site, layout, sources, outputs }),
    looks: answerLooks({ site, reads: reads.filter(isLook), variables }),
  };
}
