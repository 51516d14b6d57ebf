import { join } from 'node:path';
import { atBest } from '../disk/outcome.ts';
import { neededBytes, readText } from '../disk/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { digestData, type DataDigests } from './data-file.ts';
import type { ChangeSet } from './detect.ts';
import { roleOf, type SiteLayout } from './layout.ts';
import { editSince, type PageEdit } from './page-edit.ts';
import { readPageText, type PageText } from './page-text.ts';

export interface EditSources {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly changes: ChangeSet;
  readonly manifest: Manifest;
}

export interface Edits {
  /** Added and modified pages as they are now. */
  readonly texts: ReadonlyMap<string, PageText>;
  /** What each edit touched, of pages that were recorded. */
  readonly edits: ReadonlyMap<string, PageEdit>;
}

/** Reads the pages that changed and says what each edit touched. */
export function readEdits(sources: EditSources): Edits {
  const texts = new Map<string, PageText>();
  const edits = new Map<string, PageEdit>();
  const isPage = (path: string): boolean => roleOf(path, sources.layout).kind === 'page';
  for (const path of [...sources.changes.added, ...sources.changes.modified].filter(isPage)) {
    const text = readPageText(neededBytes(join(sources.site, path)), path);
    texts.set(path, text);
    const recorded = sources.manifest.knowledge.pages.get(path);
    if (recorded !== undefined) edits.set(path, editSince(recorded, text.digest));
  }
  return { texts, edits };
}

/** What is in a data file now; `undefined` where there is none, or none that can be read. */
export function readDataDigests(site: string, path: string): DataDigests | undefined {
  const text = atBest(readText(join(site, path)));
  return text === undefined ? undefined : digestData(path, text);
}
