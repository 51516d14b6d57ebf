import type { PageEdit } from '../changes/page-edit.ts';
import type { Context } from './context.ts';
import { FILLED_IN } from './reference-index.ts';

/**
 * Front matter that a page shows only where its rendering reads it, which is in the trace: it is no part of what Bengal
 * gives to every template at once, chooses no template, and nothing in parsing looks at it.
 */
const SHOWN_BY_READS: ReadonlySet<string> = new Set([
  ...['date', 'weight', 'tags', 'slug', 'cascade', 'aliases', 'keywords', 'icon', 'nav_title'],
  ...['author', 'authors', 'category', 'categories'],
]);

/**
 * Whether a page may show an edit of itself whatever its rendering read. A text in which something is filled in can show
 * any front matter.
 */
export function showsEdit(path: string, { body, keys }: PageEdit, { references, texts }: Context): boolean {
  return (
    body ||
    [...keys].some((key) => !SHOWN_BY_READS.has(key)) ||
    references.get(path)?.includes(FILLED_IN) === true ||
    texts.get(path)?.digest.references.includes(FILLED_IN) !== false
  );
}

/** Bengal takes a page with one of these slugs for a home page, wherever it lies. */
const HOME_SLUGS: ReadonlySet<string> = new Set(['index', '_index', 'home']);

/** Whether its slug, or its name where it has none, makes a home page of it, before the edit or after it. */
export function isOrWasHome(path: string, { state, texts }: Context): boolean {
  const ofName = /([^/]+?)(?:\/_index)?\.[^./]+$/.exec(path)?.[1] ?? '';
  return [state.pages.get(path)?.metadata?.['slug'], texts.get(path)?.frontMatter['slug']].some((slug) =>
    HOME_SLUGS.has(typeof slug === 'string' ? slug : ofName),
  );
}
