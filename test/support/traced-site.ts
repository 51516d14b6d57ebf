import { findAffected, type AffectedInput } from '../../src/affected/find.ts';
import type { Affected } from '../../src/affected/reason.ts';
import { behaviourOf } from '../../src/bengal/behaviour.ts';
import { digestData, editOfData } from '../../src/changes/data-file.ts';
import { editSince } from '../../src/changes/page-edit.ts';
import { readPageText, type PageText } from '../../src/changes/page-text.ts';
import type { JsonValue } from '../../src/core/json.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { readerIndex, type Read, type ReadKind, type Trace } from '../../src/trace/trace.ts';
import { bengalState, changeSet, outputCheck, recordedPage } from './recorded.ts';

/** The sources of a small site, by path. */
export type Sources = ReadonlyMap<string, string>;

/** Which reads each page made, by its source. */
export type ReadsOfPages = ReadonlyMap<string, readonly Read[]>;

export function read(kind: ReadKind, ...given: readonly string[]): Read {
  return { kind, arguments: given };
}

/** A trace in which these pages made these reads. */
export function traceOf(reads: ReadsOfPages): Trace {
  const known = new Map<string, number>();
  const all: Read[] = [];
  const pages = [...reads].map(([source, made]) => ({
    output: outputOf(source),
    source,
    doubts: [],
    reads: Uint32Array.from(
      new Set(
        made.map((each) => {
          const name = JSON.stringify(each);
          const index = known.get(name) ?? all.push(each) - 1;
          known.set(name, index);
          return index;
        }),
      ),
    ).sort(),
  }));
  return { reads: all, unjudged: new Set(), pages, readersOf: readerIndex(pages, all.length) };
}

export function outputOf(source: string): string {
  return source
    .replace(/^content\//, '')
    .replace(/(^|\/)_index\.md$/, '$1index.html')
    .replace(/\.md$/, '/index.html');
}

export function isPage(path: string): boolean {
  return path.startsWith('content/');
}

export function textOf(sources: Sources, path: string): PageText {
  return readPageText(Buffer.from(sources.get(path) ?? ''), path);
}

/** What is affected when the sources of a site become others. */
export function affectedBy(
  { before, after, reads }: { readonly before: Sources; readonly after: Sources; readonly reads: ReadsOfPages },
  overrides: Partial<AffectedInput> = {},
): Affected {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changed = paths.filter((path) => before.get(path) !== after.get(path));
  const changes = changeSet({
    added: changed.filter((path) => !before.has(path)),
    modified: changed.filter((path) => before.has(path) && after.has(path)),
    deleted: changed.filter((path) => !after.has(path)),
  });
  const pages = [...before.keys()].filter(isPage).map((key) => {
    const { frontMatter, title } = textOf(before, key);
    const tags = Array.isArray(frontMatter['tags']) ? (frontMatter['tags'] as string[]) : [];
    const date = frontMatter['date'] as JsonValue | Date | undefined;
    return recordedPage({
      key,
      outputs: [outputOf(key) as SitePath],
      tags,
      metadata: {
        ...frontMatter,
        title: title ?? nameOf(key),
        ...(date instanceof Date ? { date: date.toISOString().slice(0, 19) } : {}),
      },
    });
  });
  const state = bengalState(pages);
  const edited = changed.filter(isPage);
  const digests = (sources: Sources, path: string): Map<string, string> | undefined =>
    sources.has(path) ? digestData(path, sources.get(path) ?? '') : undefined;
  return findAffected({
    state,
    trace: traceOf(reads),
    graph: buildGraph(state),
    changes,
    config: { status: 'unchanged', why: '', changed: undefined, listsMenu: true },
    layout: { contentDir: 'content' as SitePath, outputDir: 'public' as SitePath, configFiles: [] },
    outputs: outputCheck(),
    edits: new Map(
      changes.modified
        .filter(isPage)
        .map((path) => [path, editSince(textOf(before, path).digest, textOf(after, path).digest)]),
    ),
    texts: new Map(edited.filter((path) => after.has(path)).map((path) => [path, textOf(after, path)])),
    keys: new Map(pages.map(({ key }) => [key, new Set(textOf(before, key).digest.keys.keys())])),
    references: new Map(pages.map(({ key }) => [key, textOf(before, key).digest.references])),
    data: new Map(
      changed
        .filter((path) => path.startsWith('data/'))
        .map((path) => [path, editOfData(path, digests(before, path), digests(after, path))]),
    ),
    namedByPages: new Map(),
    importers: new Map(),
    assetNames: new Map(),
    sheetsNaming: new Map(),
    looks: { changed: [], unanswered: [] },
    clock: () => false,
    packageVouched: true,
    behaviour: behaviourOf('0.5.1'),
    perPage: 10,
    ...overrides,
  });
}

function nameOf(key: string): string {
  return /([^/]+?)(?:\/_index)?\.md$/.exec(key)?.[1] ?? key;
}
