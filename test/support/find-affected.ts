import { findAffected, type AffectedInput } from '../../src/affected/find.ts';
import type { Affected } from '../../src/affected/reason.ts';
import { behaviourOf } from '../../src/bengal/behaviour.ts';
import type { RecordedPage } from '../../src/bengal/recorded-page.ts';
import type { ChangeSet } from '../../src/changes/detect.ts';
import { NO_EDIT, type PageEdit } from '../../src/changes/page-edit.ts';
import { readPageText } from '../../src/changes/page-text.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { linkIndex } from '../../src/mentions/link-index.ts';
import { bengalState, changeSet, outputCheck, recordedPage } from './recorded.ts';
import { LAYOUT } from './site-rig.ts';

/** A page as the rules see it: its source, its output, and what else a test is about. */
export function somePage(key: string, given: Partial<RecordedPage> & { output?: string } = {}): RecordedPage {
  const { output, ...overrides } = given;
  const below = key.replace(/^content\//, '').replace(/\.md$/, '/index.html');
  const usual = below.replace(/(?:^|(?<=\/))_?index\/index\.html$/, 'index.html');
  return recordedPage({ key, outputs: [(output ?? usual) as never], ...overrides });
}

export interface Situation extends Partial<Omit<AffectedInput, 'changes' | 'edits' | 'links' | 'state' | 'texts'>> {
  readonly pages: readonly RecordedPage[];
  /** Output -> pages that mention it -> `SHOWS` flags. */
  readonly mentions?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly changes: Partial<ChangeSet>;
  /** What the edits touched. */
  readonly edits?: Readonly<Record<string, Partial<Omit<PageEdit, 'keys'>> & { keys?: readonly string[] }>>;
  /** Pages as they are now, whole. */
  readonly sources?: Readonly<Record<string, string>>;
}

/** What is affected in a site that exists in a test alone. */
export function affectedIn({ pages, mentions = {}, changes, edits = {}, sources = {}, ...given }: Situation): Affected {
  const tags = new Map<string, Set<string>>();
  for (const { kind, key, tags: own } of pages)
    if (kind === 'content') for (const slug of own) tags.set(slug, (tags.get(slug) ?? new Set()).add(key));
  const state = bengalState(pages, { tags });
  const shown = new Map(Object.entries(mentions).map(([target, by]) => [target, new Map(Object.entries(by))]));
  return findAffected({
    state,
    graph: buildGraph(state),
    layout: LAYOUT,
    outputs: outputCheck(),
    links: linkIndex({
      mentions: shown,
      numbers: new Map(pages.flatMap((page) => page.outputs.map((at) => [at, []]))),
    }),
    edits: new Map(
      Object.entries(edits).map(([path, { keys = [], ...edit }]) => [
        path,
        { ...NO_EDIT, ...edit, keys: new Set(keys) },
      ]),
    ),
    texts: new Map(Object.entries(sources).map(([path, source]) => [path, readPageText(Buffer.from(source), path)])),
    references: new Map(),
    namedByTemplates: () => false,
    dataTemplates: () => [],
    textTemplates: () => [],
    importers: new Map(),
    namedByPages: new Map(),
    assetOutputs: new Map(),
    config: { status: 'unchanged', why: '' },
    packageVouched: false,
    behaviour: behaviourOf('0.5.1'),
    perPage: 10,
    ...given,
    changes: changeSet(changes),
  });
}

/** `output: kind via, kind via` of every page found. */
export function summaryOf({ pages }: Affected): string[] {
  return pages.map(
    ({ output, reasons }) => `${output}: ${reasons.map(({ kind, via }) => `${kind} ${via}`).join(', ')}`,
  );
}

/** The kinds of reason by which an output was found; none when it was not. */
export function kindsFor(output: string, { pages }: Affected): string[] {
  return pages.find((page) => page.output === output)?.reasons.map(({ kind }) => kind) ?? [];
}
