import { findAffected } from '../../src/affected/find.ts';
import { behaviourOf } from '../../src/bengal/behaviour.ts';
import type { Affected } from '../../src/affected/reason.ts';
import { listLengths } from '../../src/changes/knowledge.ts';
import { editSince, type PageEdit } from '../../src/changes/page-edit.ts';
import { readPageText, type PageText } from '../../src/changes/page-text.ts';
import type { ChangeSet } from '../../src/changes/detect.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { linkResolver } from '../../src/mentions/address.ts';
import { mentionBuilder } from '../../src/mentions/build.ts';
import { linkIndex, type LinkIndex } from '../../src/mentions/link-index.ts';
import { changeSet, outputCheck } from './recorded.ts';
import { LAYOUT } from './site-rig.ts';
import { outputOfToyUrl, toySource, toyState, toyTitle, toyUrl, type ToySite, type ToyTheme } from './toy-site.ts';
import { renderToy } from './toy-theme.ts';

const textOf = (source: string, key: string): PageText => readPageText(Buffer.from(source), key);

/** Sources that differ. */
export function toyChanges(before: ToySite, after: ToySite): ChangeSet {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const sourceIn = (site: ToySite, key: string): string | undefined => {
    const page = site.get(key);
    return page && toySource(page);
  };
  return changeSet({
    added: keys.filter((key) => !before.has(key)),
    deleted: keys.filter((key) => !after.has(key)),
    modified: keys.filter((key) => before.has(key) && after.has(key) && sourceIn(before, key) !== sourceIn(after, key)),
  });
}

/** Who mentions whom in the site as it was built. */
export function toyLinks(site: ToySite, theme: ToyTheme): LinkIndex {
  const html = renderToy(site, theme);
  const words = [...site.values()].map((page) => ({
    output: outputOfToyUrl(toyUrl(page.key)),
    title: toyTitle(page),
    description: page.description,
    date: page.date,
    body: textOf(toySource(page), page.key).body,
  }));
  const lists = listLengths(toyState(site, theme));
  const builder = mentionBuilder({ pages: words, lists, resolve: linkResolver([theme.base], new Set(html.keys())) });
  for (const [path, text] of html) builder.add({ path, text });
  return linkIndex(builder.build());
}

/** What we say is affected when the site becomes another one. */
export function toyAffected(before: ToySite, after: ToySite, theme: ToyTheme): Affected {
  const state = toyState(before, theme);
  const changes = toyChanges(before, after);
  const texts = new Map<string, PageText>();
  const edits = new Map<string, PageEdit>();
  for (const key of [...changes.added, ...changes.modified]) {
    const [was, is] = [before.get(key), after.get(key)];
    if (is === undefined) continue;
    const text = textOf(toySource(is), key);
    texts.set(key, text);
    if (was !== undefined) edits.set(key, editSince(textOf(toySource(was), key).digest, text.digest));
  }
  return findAffected({
    state,
    graph: buildGraph(state),
    changes,
    layout: LAYOUT,
    outputs: outputCheck({ present: new Set(renderToy(before, theme).keys()) }),
    links: toyLinks(before, theme),
    edits,
    texts,
    references: new Map(
      [...before.values()].map((page) => [page.key, textOf(toySource(page), page.key).digest.references]),
    ),
    namedByTemplates: () => false,
    dataTemplates: () => [],
    textTemplates: () => [],
    namedByPages: new Map(),
    importers: new Map(),
    assetOutputs: new Map(),
    config: { status: 'unchanged', why: '' },
    packageVouched: true,
    behaviour: behaviourOf(undefined),
    perPage: theme.perPage,
  });
}
