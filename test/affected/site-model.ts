import { compareWalk } from '../../src/affected/structure.ts';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { parseYaml } from '../../src/config/yaml.ts';
import type { Read } from '../../src/trace/trace.ts';
import { isPage, textOf, type Sources } from '../support/traced-site.ts';

// What Bengal would answer to a read of a small site, worked out anew from all its sources: the oracle of the laws.

interface Page {
  readonly path: string;
  readonly title: string;
  readonly date: string;
  readonly weight: number;
  readonly tags: readonly string[];
  readonly front: Readonly<Record<string, JsonValue>>;
  readonly body: string;
}

function pagesOf(sources: Sources): Map<string, Page> {
  const paths = [...sources.keys()].filter(isPage).sort(compareWalk('content'));
  const cascaded = (path: string): Record<string, JsonValue> => {
    const keys: Record<string, JsonValue> = {};
    for (const index of paths.filter(
      (each) => each.endsWith('/_index.md') && each !== path && path.startsWith(each.replace('_index.md', '')),
    ))
      Object.assign(keys, textOf(sources, index).frontMatter['cascade'] ?? {});
    return keys;
  };
  return new Map(
    paths.map((path) => {
      const { frontMatter, body } = textOf(sources, path);
      const front = { ...cascaded(path), ...frontMatter };
      const date: unknown = front['date'];
      return [
        path,
        {
          path,
          title: (front['title'] as string | undefined) ?? path,
          date: typeof date === 'string' ? date : '',
          weight: (front['weight'] as number | undefined) ?? Infinity,
          tags: (front['tags'] as string[] | undefined) ?? [],
          front,
          body,
        },
      ];
    }),
  );
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const isIndex = (path: string): boolean => path.endsWith('/_index.md');
const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function sorted(pages: readonly Page[]): string[] {
  return [...pages]
    .sort(
      (left, right) =>
        (left.weight === right.weight ? 0 : left.weight - right.weight) ||
        byCodeUnit(left.title.toLowerCase(), right.title.toLowerCase()) ||
        byCodeUnit(left.path, right.path),
    )
    .map(({ path }) => path);
}

/** The answer, as text that is equal for equal answers. */
export function answerOf({ kind, arguments: given }: Read, sources: Sources): string {
  return canonicalJson(valueOf(kind, given, sources) ?? 'missing');
}

function valueOf(kind: Read['kind'], [owner = '', name = '', ...path]: readonly string[], sources: Sources): unknown {
  const pages = pagesOf(sources);
  const all = [...pages.values()];
  const inFolder = (folder: string): Page[] =>
    all.filter((page) => folderOf(page.path) === folder && !isIndex(page.path));
  if (kind === 'template') return sources.get(`templates/${owner}`);
  if (owner.startsWith('page:')) {
    const page = pages.get(owner.slice('page:'.length));
    if (page === undefined) return undefined;
    if (kind === 'front-matter') return page.front[name];
    if (kind === 'keys') return Object.keys(page.front).sort();
    return pageValue(page, name, { all, inFolder });
  }
  if (owner.startsWith('section:')) {
    const folder = owner.slice('section:'.length);
    if (!all.some((page) => page.path.startsWith(`${folder}/`))) return undefined;
    switch (name) {
      case 'title':
        return pages.get(`${folder}/_index.md`)?.title;
      case 'sorted_pages':
        return sorted(inFolder(folder));
      case 'post_count':
        return inFolder(folder).length;
      case 'regular_pages_recursive':
        return [
          folder,
          ...new Set(all.map((page) => folderOf(page.path)).filter((each) => each.startsWith(`${folder}/`))),
        ].map((each) => sorted(inFolder(each)));
      default:
        return sorted(all.filter((page) => isIndex(page.path) && folderOf(folderOf(page.path)) === folder));
    }
  }
  if (name === 'regular_pages') return all.map((page) => page.path);
  if (name === 'taxonomies') {
    const slugs = [...new Set(all.flatMap((page) => page.tags))].sort();
    const members = (slug: string): string[] =>
      [...all]
        .filter((page) => page.tags.includes(slug))
        .sort((left, right) => byCodeUnit(right.date, left.date))
        .map((page) => page.path);
    return kind === 'keys' ? slugs : members(path[1] ?? '');
  }
  const data = Object.fromEntries(
    [...sources].flatMap(([file, text]) =>
      file.startsWith('data/') ? [[file.slice(5).replace('.yaml', ''), parseYaml(text)]] : [],
    ),
  );
  let value: unknown = data;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return kind === 'keys' ? Object.keys((value as object | undefined) ?? {}) : value;
}

function pageValue(
  page: Page,
  name: string,
  { all, inFolder }: { all: readonly Page[]; inFolder: (folder: string) => Page[] },
): unknown {
  const beside = (list: readonly string[], step: number): string | undefined => {
    const at = list.indexOf(page.path);
    return at < 0 ? undefined : list[at + step];
  };
  const walk = all.map(({ path }) => path);
  switch (name) {
    case 'title':
    case 'date':
    case 'weight':
    case 'tags':
      return page[name];
    case 'content':
      return page.body;
    case 'word_count':
      return page.body.match(/\S+/g)?.length ?? 0;
    case 'next':
      return beside(walk, 1);
    case 'prev':
      return beside(walk, -1);
    case 'next_in_section':
      return beside(sorted(inFolder(folderOf(page.path))), 1);
    case 'prev_in_section':
      return beside(sorted(inFolder(folderOf(page.path))), -1);
    default:
      return all
        .filter((other) => other !== page && !isIndex(other.path))
        .map((other) => ({ path: other.path, common: other.tags.filter((tag) => page.tags.includes(tag)).length }))
        .filter(({ common }) => common > 0)
        .sort((left, right) => right.common - left.common || byCodeUnit(left.path, right.path))
        .slice(0, 5);
  }
}
