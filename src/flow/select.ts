import { findAffected } from '../affected/find.ts';
import { effectOf } from '../affected/keys.ts';
import type { Affected } from '../affected/reason.ts';
import { behaviourOf } from '../bengal/behaviour.ts';
import { readPageArtifacts, type PageArtifact } from '../bengal/page-artifact.ts';
import type { BengalState } from '../bengal/state.ts';
import { readListedAssets } from '../changes/asset-outputs.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { roleOf, type SiteLayout } from '../changes/layout.ts';
import { readNamingPages, readTemplateWords } from '../changes/named.ts';
import type { OutputCheck } from '../changes/outputs.ts';
import { THOROUGH_EDIT } from '../changes/page-edit.ts';
import { readEdits, type Edits } from '../changes/read-edits.ts';
import { asString } from '../core/json.ts';
import type { Graph } from '../graph/model.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { linkIndex, type LinkIndex } from '../mentions/link-index.ts';
import { readMentions } from '../mentions/read-links.ts';

export interface SelectOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly state: BengalState;
  readonly manifest: Manifest | undefined;
  readonly outputs: OutputCheck;
  readonly changes: ChangeSet;
  readonly graph: Graph;
  readonly perPage: number;
  /** Bengal's own hash of the configuration is the recorded one, and it changes with Bengal's version. */
  readonly packageVouched: boolean;
  /** Take every modified page for edited in every way that leaves it in its place. */
  readonly everything?: boolean;
  /** Every source that is there, as a site path. */
  readonly sources: readonly string[];
}

export interface Selection {
  readonly affected: Affected;
  /** Modified pages in which nobody could see a difference: other line ends, other quotes. */
  readonly unseen: readonly string[];
}

/** Gathers what the rules need to know about the changes, from the manifest or from the output itself, and asks them. */
export function select(options: SelectOptions): Selection {
  const { site, layout, state, manifest, changes, outputs } = options;
  const artifacts =
    manifest === undefined ? readPageArtifacts(site, changes.modified) : new Map<string, PageArtifact>();
  const read = readEdits({
    site,
    layout,
    changes,
    manifest,
    pages: state.pages,
    rawFrontMatter: (key) => artifacts.get(key)?.frontMatter,
  });
  // What is no source that is there can be a link to a whole folder of pages, which nobody has to name.
  const regular = new Set(options.sources);
  const unverifiable = changes.unverifiable.filter((path) => regular.has(path));
  const resources = [...changes.added, ...changes.modified, ...changes.deleted, ...unverifiable].filter(
    (path) => roleOf(path, layout).kind === 'content-resource',
  );
  const external = [...state.files.values()].flatMap(({ ref }) => (ref.where === 'site' ? [] : [ref]));
  const namedByTemplates = needsTemplateWords(read, changes, layout)
    ? readTemplateWords({ ...options, external })
    : () => false;
  const affected = findAffected({
    ...options,
    texts: read.texts,
    edits: options.everything === true ? new Map(changes.modified.map((path) => [path, THOROUGH_EDIT])) : read.edits,
    links: linksOf(options, artifacts),
    namedByTemplates,
    behaviour: behaviourOf(manifest?.bengal),
    namedByPages: readNamingPages(resources, options),
    assetOutputs:
      manifest?.knowledge.assets ??
      readListedAssets({ site, layout, sources: changes.modified, outputs: outputs.present }),
  });
  const unseen = [...read.edits].flatMap(([path, edit]) => (!edit.body && edit.keys.size === 0 ? [path] : []));
  return { affected, unseen };
}

/** The manifest holds the index. Without one, the output that lies there tells the same, read now. */
function linksOf(options: SelectOptions, artifacts: ReadonlyMap<string, PageArtifact>): LinkIndex {
  const { site, layout, state, manifest, outputs, changes } = options;
  if (manifest !== undefined) return linkIndex(manifest.knowledge.mentions);
  if (changes.added.length + changes.modified.length + changes.deleted.length === 0) return linkIndex(new Map());
  const pages = changes.modified.flatMap((key) => {
    const page = state.pages.get(key);
    const text = (name: string): string => asString(page?.metadata?.[name]) ?? '';
    return (page?.outputs ?? []).map((output) => ({
      output,
      title: text('title'),
      description: text('description'),
      date: text('date'),
      body: artifacts.get(key)?.plainText ?? '',
    }));
  });
  return linkIndex(
    readMentions({ folder: `${site}/${layout.outputDir}`, files: outputs.present, pages, bases: state.baseUrls }),
  );
}

/** Templates are read only where it matters whether one of them names something. */
function needsTemplateWords({ edits }: Edits, changes: ChangeSet, layout: SiteLayout): boolean {
  const custom = [...edits.values()].some((edit) =>
    [...edit.keys].some((key) => effectOf(key) === 'custom' || key === 'cascade' || key === 'slug'),
  );
  return custom || changes.added.some((path) => roleOf(path, layout).kind === 'data');
}
