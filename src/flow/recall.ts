import { effectOf } from '../affected/keys.ts';
import { indexesAbove, type NeedlessInput } from '../affected/needless.ts';
import { readPageArtifacts, type PageArtifact } from '../bengal/page-artifact.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import { readState, type BengalState } from '../bengal/state.ts';
import { readTemplateWords } from '../changes/named.ts';
import type { PageEdit } from '../changes/page-edit.ts';
import { walkSources } from '../changes/walk-sources.ts';
import { readEdits, type Edits } from '../changes/read-edits.ts';
import { showsEdit } from '../changes/shown.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { readManifest } from '../manifest/manifest-file.ts';
import type { Report } from '../report/report.ts';

/** What a verification has to know of the state. */
export type Recollection = Omit<NeedlessInput, 'selection'>;

interface Place {
  /** Site root, absolute. */
  readonly site: string;
  readonly config: SiteConfig;
}

/**
 * Reads it before the state is repaired, which the manifest would not survive. `undefined`: there is no state that
 * Bengal could build upon, so there is nothing to compare.
 */
export async function recall({ state, changes }: Report, place: Place): Promise<Recollection | undefined> {
  const { site, config } = place;
  const outcome = await readState({ site, outputDir: config.outputDir });
  if (outcome.kind !== 'read' || state.status !== 'usable') return undefined;
  const { pages, files } = outcome.state;
  const found = await readManifest(site);
  const manifest = found.kind === 'read' ? found.manifest : undefined;
  const layout = { contentDir: config.contentDir, outputDir: config.outputDir, configFiles: config.files };
  const artifacts = readPageArtifacts(site, changes.modified);
  const rawFrontMatter = (key: string): PageArtifact['frontMatter'] => artifacts.get(key)?.frontMatter;
  const read = readEdits({ site, layout, changes, manifest, pages, rawFrontMatter });
  const external = [...files.values()].flatMap(({ ref }) => (ref.where === 'site' ? [] : [ref]));
  const namedByTemplates =
    read.edits.size === 0
      ? () => false
      : readTemplateWords({ site, layout, sources: walkSources(site, layout).paths, external });
  const shown = readShown({ ...place, ...read, artifacts, namedByTemplates, state: outcome.state });
  return { pages, changes, layout, ...read, namedByTemplates, shown };
}

interface ShownSources extends Place, Edits {
  readonly state: BengalState;
  readonly artifacts: ReadonlyMap<string, PageArtifact>;
  readonly namedByTemplates: (word: string) => boolean;
}

/** For each edited index, the pages below it that show something of the edit. */
function readShown(sources: ShownSources): Map<string, ReadonlySet<string>> {
  const { site, config, state, edits, texts, artifacts, namedByTemplates } = sources;
  const below = new Map<string, RecordedPage[]>();
  for (const page of state.pages.values())
    for (const index of indexesAbove(page)) if (edits.has(index)) below.set(index, [...(below.get(index) ?? []), page]);
  const built = { folder: `${site}/${config.outputDir}`, bases: state.baseUrls };
  return new Map(
    [...below].map(([index, pages]) => {
      const edit = edits.get(index);
      if (edit === undefined) return [index, new Set(pages.map(({ key }) => key))];
      const { outputs = [], metadata } = state.pages.get(index) ?? {};
      const { frontMatter, plainText } = artifacts.get(index) ?? { frontMatter: undefined, plainText: '' };
      const edited = {
        outputs,
        edit,
        frontMatterBefore: { ...frontMatter, ...metadata },
        textBefore: plainText,
        bodyAfter: texts.get(index)?.body ?? '',
        unseenKeys: unseenKeys(edit, namedByTemplates),
      };
      return [index, new Set(pages.filter((page) => showsEdit(page, edited, built)).map(({ key }) => key))];
    }),
  );
}

/** Keys that no page shows by themselves. What is handed down is judged key by key. */
function unseenKeys({ keys }: PageEdit, namedByTemplates: (word: string) => boolean): Set<string> {
  return new Set(
    [...keys].filter((key) => key === 'cascade' || (effectOf(key) === 'custom' && !namedByTemplates(key))),
  );
}
