import type { ConfigStanding } from '../affected/context.ts';
import { findAffected } from '../affected/find.ts';
import type { Affected } from '../affected/reason.ts';
import { behaviourOf } from '../bengal/behaviour.ts';
import { readPageArtifacts, type PageArtifact } from '../bengal/page-artifact.ts';
import type { BengalState } from '../bengal/state.ts';
import { readListedAssets } from '../changes/asset-outputs.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { listLengths, wordsOfDocumentation } from '../changes/knowledge.ts';
import { readEditedKeys, type EditedPage } from '../changes/edited-keys.ts';
import { roleOf, templateNameOfExternal, type SiteLayout } from '../changes/layout.ts';
import {
  readDataTemplates,
  readImporters,
  readNamingPages,
  readTemplateWords,
  readTextTemplates,
  readWordsOfShortcodes,
  wordsOfData,
  wordsOfResources,
  type WordsOfFiles,
} from '../changes/named.ts';
import type { OutputCheck } from '../changes/outputs.ts';
import { THOROUGH_EDIT } from '../changes/page-edit.ts';
import { readReferences } from '../changes/read-references.ts';
import { readEdits } from '../changes/read-edits.ts';
import { asString } from '../core/json.ts';
import type { Graph } from '../graph/model.ts';
import { NOTHING_KNOWN } from '../manifest/knowledge.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
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
  readonly config: ConfigStanding;
  readonly graph: Graph;
  readonly perPage: number;
  /** Bengal's own hash of the configuration is the recorded one, and it changes with Bengal's version. */
  readonly packageVouched: boolean;
  /** Take every modified page for edited in every way that leaves it in its place. */
  readonly everything?: boolean;
  /** Every source that is there, as a site path. */
  readonly sources: readonly string[];
  /** The Bengal that will build. */
  readonly inputs: Pick<SiteInputs, 'bengalVersion'>;
}

export interface Selection {
  readonly affected: Affected;
  /** Modified pages in which nobody could see a difference: other line ends, other quotes. */
  readonly unseen: readonly string[];
  /** What was edited in modified pages, for people. */
  readonly edits: readonly EditedPage[];
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
  const external = [...state.files.values()].flatMap(({ ref }) => (ref.where === 'site' ? [] : [ref]));
  const changed = [...changes.added, ...changes.modified, ...changes.deleted];
  const words = onFirstCall(() => readTemplateWords({ ...options, external }));
  const affected = findAffected({
    ...options,
    // What one file would affect is another question.
    config: options.everything === true ? { status: 'unchanged', why: '' } : options.config,
    texts: read.texts,
    edits: options.everything === true ? new Map(changes.modified.map((path) => [path, THOROUGH_EDIT])) : read.edits,
    links: linksOf(options, artifacts),
    references: referencesOf(options),
    namedByTemplates: (word) => words()(word),
    textTemplates: onFirstCall(() => readTextTemplates({ ...options, external })),
    dataTemplates: (parts) => readDataTemplates(parts, { ...options, external }),
    behaviour: behaviourOf(options.inputs.bengalVersion ?? manifest?.bengal),
    namedByPages: readNamingPages(wordsOfFiles(changed, options), options),
    importers: readImporters(
      changed.filter((path) => state.files.get(path)?.autodoc === true),
      [...state.files.values()].flatMap(({ ref, autodoc }) => (autodoc && ref.where === 'site' ? [ref.path] : [])),
      site,
    ),
    assetOutputs:
      manifest?.knowledge.assets ??
      readListedAssets({ site, layout, sources: changes.modified, outputs: outputs.present }),
  });
  const unseen = [...read.edits].flatMap(([path, edit]) => (!edit.body && edit.keys.size === 0 ? [path] : []));
  return { affected, unseen, edits: readEditedKeys(site, read.edits) };
}

/** The manifest holds the index. Without one, the output that lies there tells the same, read now. */
function linksOf(options: SelectOptions, artifacts: ReadonlyMap<string, PageArtifact>): LinkIndex {
  const { site, layout, state, manifest, outputs, changes } = options;
  if (manifest !== undefined) return linkIndex(manifest.knowledge.mentioned);
  if (changes.added.length + changes.modified.length + changes.deleted.length === 0)
    return linkIndex(NOTHING_KNOWN.mentioned);
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
    readMentions({
      folder: `${site}/${layout.outputDir}`,
      files: outputs.present,
      pages: [...pages, ...wordsOfDocumentation(state)],
      lists: listLengths(state),
      bases: state.baseUrls,
    }),
  );
}

/** By which words a page uses a changed file that Bengal does not record with it. */
function wordsOfFiles(changed: readonly string[], options: SelectOptions): WordsOfFiles {
  const { layout, changes, sources } = options;
  // What is no source that is there can be a link to a whole folder of pages, which nobody has to name.
  const regular = new Set(sources);
  const unverifiable = changes.unverifiable.filter((path) => regular.has(path));
  const resources = [...changed, ...unverifiable].filter((path) => roleOf(path, layout).kind === 'content-resource');
  const data = changed.filter((path) => roleOf(path, layout).kind === 'data');
  const templates = changed.filter(
    (path) => roleOf(path, layout).kind === 'template' || templateNameOfExternal(path) !== undefined,
  );
  return new Map([...wordsOfResources(resources), ...wordsOfData(data), ...readWordsOfShortcodes(templates, options)]);
}

/** What each page refers to: as recorded, or as it says now. Pages that changed are asked for what they say now. */
function referencesOf({ site, layout, manifest, changes, sources }: SelectOptions): Map<string, readonly string[]> {
  if (changes.added.length + changes.modified.length + changes.deleted.length === 0) return new Map();
  if (manifest !== undefined)
    return new Map([...manifest.knowledge.pages].map(([path, { references }]) => [path, references]));
  return readReferences(
    site,
    sources.filter((path) => roleOf(path, layout).kind === 'page'),
  );
}

/** Reads only when somebody asks, and then once. */
function onFirstCall<Answer>(read: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => (known ??= { answer: read() }).answer;
}
