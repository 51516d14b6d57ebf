import { findAffected } from '../affected/find.ts';
import type { ConfigStanding } from '../affected/context.ts';
import type { Affected } from '../affected/reason.ts';
import { behaviourOf } from '../bengal/behaviour.ts';
import type { FileRef } from '../bengal/file-ref.ts';
import { urlOfOutput } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import { readSheetsNaming } from '../changes/asset-names.ts';
import { editOfData, type DataEdit } from '../changes/data-file.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { readEditedKeys, type EditedPage } from '../changes/edited-keys.ts';
import { findInertFiles } from '../changes/unread-files.ts';
import { roleOf, templateNameOfExternal, type SiteLayout } from '../changes/layout.ts';
import { answerLooks, isLook, lookQuestion } from '../changes/looks.ts';
import {
  readImporters,
  readNamingPages,
  readWordsOfShortcodes,
  wordsOfData,
  wordsOfIcons,
  wordsOfResources,
  type WordsOfFiles,
} from '../changes/template-uses.ts';
import type { OutputCheck } from '../changes/changed-outputs.ts';
import { THOROUGH_EDIT, type PageEdit } from '../changes/page-edit.ts';
import { readDataDigests, readEdits } from '../changes/read-edits.ts';
import type { Variables } from '../config/environment.ts';
import { by } from '../core/order.ts';
import { saysAnother } from '../gate/time-dependence.ts';
import type { Graph } from '../graph/model.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { TraceOutcome } from '../trace/read-trace.ts';
import type { Trace } from '../trace/trace.ts';

export interface SelectOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly state: BengalState;
  readonly manifest: Manifest | undefined;
  readonly trace: TraceOutcome;
  readonly outputs: OutputCheck;
  readonly changes: ChangeSet;
  readonly config: ConfigStanding;
  readonly graph: Graph;
  readonly perPage: number;
  /** Bengal's own hash of the configuration is the recorded one, and it changes with Bengal's version. */
  readonly packageVouched: boolean;
  /** Ask what the changes would affect, whatever else is so now; modified pages count as edited in every way that leaves them in their place. */
  readonly assumed?: boolean;
  /** Every source that is there, as a site path. */
  readonly sources: readonly string[];
  /** The Bengal that will build. */
  readonly inputs: Pick<SiteInputs, 'bengalVersion'>;
  readonly variables: Variables;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Selection {
  readonly affected: Affected;
  /** Changed files that feed no output by themselves, and why. */
  readonly settled: ReadonlyMap<string, string>;
  /** What was edited in modified pages, for people. */
  readonly edits: readonly EditedPage[];
}

/** Gathers what the rules need to know about the changes, and asks them. */
export function select(options: SelectOptions): Selection {
  const { site, layout, changes, manifest, trace } = options;
  if (manifest === undefined) return withoutTrace('the state was not recorded by this tool', new Map(), options);
  const read = readEdits({ site, layout, changes, manifest });
  const edits = readEditedKeys(site, read.edits);
  const settled = settledFiles(options, read.edits);
  if (trace.kind !== 'read') return { ...withoutTrace('nobody recorded what its pages read', settled, options), edits };
  return { affected: findWithTrace({ ...options, ...read, manifest, trace: trace.trace }), settled, edits };
}

/** Without a record of what pages read, any change may be on any page; of no change, nothing is. */
function withoutTrace(
  why: string,
  settled: ReadonlyMap<string, string>,
  { changes, config, outputs, state, trace }: SelectOptions,
): Selection {
  const open = [...changes.added, ...changes.modified, ...changes.deleted, ...changes.unverifiable].filter(
    (path) => !settled.has(path),
  );
  const [first] = open;
  const because = [
    // What pages read beside their sources, outside of the site say, only the record tells.
    ...(trace.kind === 'refused'
      ? [{ kind: 'no-trace', detail: `the record of what pages read ${trace.why}` } as const]
      : []),
    // What cannot be read may have named files that nobody looks at now.
    ...state.doubts.map(({ file, why }) => ({ kind: 'state-incomplete', detail: `.bengal/${file} ${why}` }) as const),
    ...(first === undefined ? [] : [{ kind: 'no-trace', detail: `${why}, and ${first} is not as it was` } as const]),
    ...(config.status === 'changed' ? [{ kind: 'config-changed', detail: config.why } as const] : []),
  ];
  const isLost = new Set([...outputs.missing, ...outputs.damaged]);
  const pages = [...state.pages.values()].flatMap((page) =>
    page.outputs
      .filter((output) => isLost.has(output))
      .map((output) => ({
        output,
        source: page.kind === 'content' ? page.key : null,
        url: urlOfOutput(output),
        reasons: [{ kind: 'output-missing', via: output } as const],
      })),
  );
  return {
    affected: {
      all: because.length > 0,
      because,
      pages: pages.sort(by(({ output }) => output)),
      tags: [],
      siteWide: [],
      toRemove: [],
    },
    settled,
    edits: [],
  };
}

interface TracedOptions extends Omit<SelectOptions, 'trace'> {
  readonly manifest: Manifest;
  readonly edits: ReturnType<typeof readEdits>['edits'];
  readonly texts: ReturnType<typeof readEdits>['texts'];
}

function findWithTrace({ trace, ...options }: TracedOptions & { readonly trace: Trace }): Affected {
  const { site, state, manifest, changes, sources, assumed = false } = options;
  const { knowledge } = manifest;
  const changed = [...changes.added, ...changes.modified, ...changes.deleted];
  const edits: ReadonlyMap<string, PageEdit> = assumed
    ? new Map(changes.modified.map((path) => [path, THOROUGH_EDIT]))
    : options.edits;
  const recordedAt = Date.parse(manifest.recordedAt);
  return findAffected({
    ...options,
    trace,
    // What one file would affect is another question.
    config: assumed
      ? { status: 'unchanged', why: '', changed: undefined, listsMenu: options.config.listsMenu }
      : options.config,
    edits,
    keys: new Map([...knowledge.pages].map(([path, { keys }]) => [path, new Set(keys.keys())])),
    references: new Map([...knowledge.pages].map(([path, { references }]) => [path, references])),
    data: editedData(options),
    behaviour: behaviourOf(options.inputs.bengalVersion ?? manifest.bengal),
    namedByPages: readNamingPages(wordsOfFiles(changed, options), options),
    importers: readImporters(
      changed.filter((path) => state.files.get(path)?.autodoc === true),
      [...state.files.values()].flatMap(({ ref, autodoc }) => (autodoc && ref.where === 'site' ? [ref.path] : [])),
      site,
    ),
    assetNames: knowledge.assets,
    sheetsNaming: readSheetsNaming(changed, { ...options, sources }),
    looks: assumed ? { changed: [], unanswered: [] } : looksNow(trace, options),
    clock: (read) => !assumed && saysAnother(read, recordedAt, options.now),
  });
}

/** What the disk and the environment answer now, against what they answered when the site was recorded. */
function looksNow(
  trace: Trace,
  { site, manifest, variables }: Pick<TracedOptions, 'site' | 'manifest' | 'variables'>,
): Parameters<typeof findAffected>[0]['looks'] {
  const reads = trace.reads.filter(isLook);
  const now = answerLooks({ site, reads, variables });
  const questions = reads.map(lookQuestion);
  const then = manifest.knowledge.looks;
  const isAnswered = (question: string): boolean => then.has(question) && now.has(question);
  return {
    changed: questions.filter((question) => isAnswered(question) && then.get(question) !== now.get(question)),
    unanswered: questions.filter((question) => !isAnswered(question)),
  };
}

function editedData({ site, layout, changes, manifest, assumed = false }: TracedOptions): Map<string, DataEdit> {
  const isData = (path: string): boolean => roleOf(path, layout).kind === 'data';
  const changed = [...changes.added, ...changes.modified, ...changes.deleted].filter(isData);
  return new Map(
    changed.map((path) => [
      path,
      editOfData(path, assumed ? undefined : manifest.knowledge.data.get(path), readDataDigests(site, path)),
    ]),
  );
}

/** By which words a page's text uses a changed file that Bengal does not record with it. */
function wordsOfFiles(changed: readonly string[], options: TracedOptions): WordsOfFiles {
  const { layout, changes, sources } = options;
  const ofKind = (files: readonly string[], kind: ReturnType<typeof roleOf>['kind']): string[] =>
    files.filter((path) => roleOf(path, layout).kind === kind);
  // What is no source that is there can be a link to a whole folder of pages, which nobody has to name.
  const regular = new Set(sources);
  const unverifiable = changes.unverifiable.filter((path) => regular.has(path));
  const templates = changed.filter(
    (path) => roleOf(path, layout).kind === 'template' || templateNameOfExternal(path) !== undefined,
  );
  return new Map([
    ...wordsOfResources([...ofKind([...changed, ...unverifiable], 'content-resource'), ...ofKind(changed, 'other')]),
    ...wordsOfData(ofKind(changed, 'data')),
    ...wordsOfIcons(ofKind(changed, 'asset')),
    ...readWordsOfShortcodes(templates, options),
  ]);
}

/** Changed files that feed no output by themselves, and why. */
function settledFiles(
  { site, layout, state, manifest, changes, sources }: SelectOptions,
  edits: ReadonlyMap<string, PageEdit>,
): ReadonlyMap<string, string> {
  const changed = [...changes.added, ...changes.modified, ...changes.deleted];
  const unseen = [...edits].flatMap(([path, edit]) => (!edit.body && edit.keys.size === 0 ? [path] : []));
  return new Map([
    ...findInertFiles({
      site,
      layout,
      changes,
      sources,
      external: externalOf(state),
      behaviour: behaviourOf(manifest?.bengal),
    }),
    ...unseen.map((path) => [path, 'it says the same, with other line ends or another spelling'] as const),
    ...changed
      .filter((path) => roleOf(path, layout).kind === 'config')
      .map((path) => [path, 'it is configuration, which is judged as a whole'] as const),
  ]);
}

/** Files outside of the site that the state names. */
export function externalOf(state: BengalState | undefined): FileRef[] {
  return [...(state?.files.values() ?? [])].flatMap(({ ref }) => (ref.where === 'site' ? [] : [ref]));
}
