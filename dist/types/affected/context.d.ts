import type { Behaviour } from '../bengal/behaviour.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { DataEdit } from '../changes/data-file.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { SiteLayout } from '../changes/layout.ts';
import type { OutputCheck } from '../changes/changed-outputs.ts';
import type { PageEdit } from '../changes/page-edit.ts';
import type { PageText } from '../changes/page-text.ts';
import type { Graph, NodeKind } from '../graph/model.ts';
import type { Trace } from '../trace/trace.ts';
import type { Collector } from './collector.ts';
import type { Editions } from './editions.ts';
import type { Reason } from './reason.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { Topic } from './topics.ts';
/** How a file differs from the recorded one. */
export type ChangeKind = 'added' | 'modified' | 'deleted';
/** Whether the configuration is the recorded one, and how somebody knows. */
export interface ConfigStanding {
    readonly status: 'unchanged' | 'changed' | 'unknown';
    readonly why: string;
    /** Settings that differ, as paths with dots; `undefined`: nobody can tell which. */
    readonly changed: readonly string[] | undefined;
    /** Whether the site has a menu that its configuration lists, then or now. */
    readonly listsMenu: boolean;
}
/** All that the rules look at. Plain data: finding out what is affected reads nothing. */
export interface AffectedInput {
    readonly state: BengalState;
    readonly trace: Trace;
    readonly graph: Graph;
    readonly changes: ChangeSet;
    readonly config: ConfigStanding;
    readonly layout: SiteLayout;
    readonly outputs: OutputCheck;
    /** What each modified page's edit touched. One that is missing here counts as changed in every way. */
    readonly edits: ReadonlyMap<string, PageEdit>;
    /** Added and modified pages as they are now. */
    readonly texts: ReadonlyMap<string, PageText>;
    /** Front matter keys of each page as it was built. */
    readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
    /** What the text of each page refers to, as `PageDigest.references`; pages that refer to nothing may be missing. */
    readonly references: ReadonlyMap<string, readonly string[]>;
    /** What was edited in each changed data file. */
    readonly data: ReadonlyMap<string, DataEdit>;
    /** Changed file -> pages whose source names it. */
    readonly namedByPages: ReadonlyMap<string, readonly string[]>;
    /** Changed source of API documentation -> other sources that import it. */
    readonly importers: ReadonlyMap<string, readonly string[]>;
    /** Site asset -> names under which pages ask for what it goes into; an asset that is missing here was not looked at. */
    readonly assetNames: ReadonlyMap<string, readonly string[]>;
    /** Changed asset -> style sheets of the site that name it, as names of assets. */
    readonly sheetsNaming: ReadonlyMap<string, readonly string[]>;
    /** Questions to the disk and the environment that have another answer than when the site was built. */
    readonly looks: LooksNow;
    /** Formats and functions of the clock that say something else now. */
    readonly clock: (read: readonly string[]) => boolean;
    /** Something else than the files themselves says that Bengal's own package is the one that built the state. */
    readonly packageVouched: boolean;
    readonly behaviour: Behaviour;
    /** Entries on one page of a tag's listing. */
    readonly perPage: number;
}
/** Answers to what pages asked of the disk and the environment. */
export interface LooksNow {
    /** Questions, as `lookQuestion` writes them, of which the answer differs. */
    readonly changed: readonly string[];
    /** Questions that nobody answered then, or that cannot be answered now. */
    readonly unanswered: readonly string[];
}
/** What the rules share while they run. */
export interface Context extends AffectedInput {
    readonly found: Collector;
    /** Recorded pages by where they are written. */
    readonly pageOf: ReadonlyMap<string, RecordedPage>;
    /** Pages with a source in the content folder that the last build made. */
    readonly wasBuilt: ReadonlySet<string>;
    /** Of these, those that lie in a folder itself. */
    readonly builtIn: (folder: string) => readonly string[];
    readonly editions: Editions;
    readonly referring: ReferenceIndex;
    readonly touch: (topics: Iterable<Topic>, reason: Reason) => void;
}
/** The pages that use a node, directly. */
export declare function usersOf(kind: NodeKind, name: string, { graph, state }: Context): RecordedPage[];
