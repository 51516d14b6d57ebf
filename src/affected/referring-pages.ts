import type { RecordedPage } from '../bengal/recorded-page.ts';
import { asString } from '../core/json.ts';
import type { Context } from './context.ts';
import { outputOfNewPage } from './new-output.ts';
import type { Names } from './reference-index.ts';

/**
 * Pages whose text refers to a page by its path, slug or id, or to an anchor: `[[docs/install]]`, `[[#install]]`. An id
 * or an anchor that is gone is not known, so whoever refers to any may mean this page.
 */
export function referringPages(path: string, context: Context): RecordedPage[] {
  const { state, referring } = context;
  return referring
    .referring(namesOf(path, context))
    .flatMap((key) => (key === path ? [] : (state.pages.get(key) ?? [])));
}

function namesOf(path: string, { texts, state, layout }: Context): Names {
  const text = texts.get(path);
  const metadata = state.pages.get(path)?.metadata;
  const address = outputOfNewPage(path, layout.contentDir).replace(/\/?index\.html$/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  const given = [text?.frontMatter['slug'], metadata?.['slug'], text?.frontMatter['title'], metadata?.['title']].map(
    asString,
  );
  const last = [address.slice(address.lastIndexOf('/') + 1), file, file.replace(/\.[^.]+$/, ''), ...given];
  return { last: new Set(last.flatMap((name) => (name === undefined || name === '' ? [] : [name.toLowerCase()]))) };
}
