import type { Behaviour } from '../bengal/behaviour.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { SiteLayout } from '../changes/layout.ts';
import type { NamedTemplates } from '../changes/named.ts';
import type { OutputCheck } from '../changes/outputs.ts';
import type { PageEdit } from '../changes/page-edit.ts';
import type { PageText } from '../changes/page-text.ts';
import type { Graph, NodeKind } from '../graph/model.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import type { Collector } from './collector.ts';
import type { Reason } from './reason.ts';
import type { SiteModel } from './site-model.ts';

/** How a file differs from the recorded one. */
export type ChangeKind = 'added' | 'modified' | 'deleted';

/** Whether the configuration is the recorded one, and how somebody knows. */
export interface ConfigStanding {
  readonly status: 'unchanged' | 'changed' | 'unknown';
  readonly why: string;
}

/** All that the rules look at. Plain data: finding out what is affected reads nothing. */
export interface AffectedInput {
  readonly state: BengalState;
  readonly graph: Graph;
  readonly changes: ChangeSet;
  readonly config: ConfigStanding;
  readonly layout: SiteLayout;
  readonly outputs: OutputCheck;
  readonly links: LinkIndex;
  /** What each modified page's edit touched. One that is missing here counts as changed in every way. */
  readonly edits: ReadonlyMap<string, PageEdit>;
  /** Added and modified pages as they are now. */
  readonly texts: ReadonlyMap<string, PageText>;
  /** What the text of each page refers to, as `PageDigest.references`; pages that refer to nothing may be missing. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** Whether a template of the site itself names this word: a front matter key. */
  readonly namedByTemplates: (word: string) => boolean;
  /** Templates that hold one of these names of data, or go through all data files, whatever their names. */
  readonly dataTemplates: (parts: readonly string[]) => NamedTemplates;
  /** Templates that can make something of the text of any page without a link to it. */
  readonly textTemplates: () => NamedTemplates;
  /** Changed file beside the pages, or template of a shortcode -> pages whose source names it. */
  readonly namedByPages: ReadonlyMap<string, readonly string[]>;
  /** Changed source of API documentation -> other sources that import it. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
  /** Site asset -> outputs that hold it or are made from it; an asset that is missing here was not looked at. */
  readonly assetOutputs: ReadonlyMap<string, readonly string[]>;
  /** Something else than the files themselves says that Bengal's own package is the one that built the state. */
  readonly packageVouched: boolean;
  readonly behaviour: Behaviour;
  /** Entries on one page of a tag's listing. */
  readonly perPage: number;
}

/** What the rules share while they run. */
export interface Context extends Omit<AffectedInput, 'references'> {
  readonly found: Collector;
  readonly site: SiteModel;
}

/** Adds the pages of these outputs; outputs that are no page (a style sheet, `404.html`) are rebuilt by every build. */
export function addOutputs(outputs: Iterable<string>, reason: Reason, { found, site }: Context): void {
  for (const output of outputs) {
    const page = site.pageOf.get(output);
    if (page !== undefined) found.output(output, page.kind === 'content' ? page.key : null, reason);
  }
}

/** The pages that use a node, directly. */
export function usersOf(kind: NodeKind, name: string, { graph, state }: Context): RecordedPage[] {
  const node = graph.find(kind, name) ?? (kind === 'source' ? graph.find('data', name) : undefined);
  if (node === undefined) return [];
  return graph
    .dependents(node)
    .flatMap((id) => (graph.kindOf(id) === 'page' ? (state.pages.get(graph.nameOf(id)) ?? []) : []));
}
