import {
  isToyIndex,
  outputOfToyUrl,
  toyFolder,
  toyTags,
  toyTitle,
  toyUrl,
  type ToyPage,
  type ToySite,
  type ToyTheme,
} from './toy-site.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const weightOf = (page: ToyPage): number => page.weight ?? Infinity;

/** Output -> HTML of the whole site. */
export function renderToy(site: ToySite, theme: ToyTheme): Map<string, string> {
  const view = toyView(site, theme);
  const outputs = new Map<string, string>();
  for (const page of site.values()) {
    const main = `<h1>${escape(toyTitle(page))}</h1>${view.body(page)}${view.tagsOf(page)}${view.around(page)}`;
    outputs.set(
      outputOfToyUrl(toyUrl(page.key)),
      view.layout(page, isToyIndex(page.key) ? main + view.lists(page) : main),
    );
  }
  const tags = toyTags(site);
  for (const [slug, keys] of tags) {
    const members = view.sort([...keys].flatMap((key) => site.get(key) ?? []));
    for (let number = 1; (number - 1) * theme.perPage < members.length; number++) {
      const shown = members.slice((number - 1) * theme.perPage, number * theme.perPage);
      const path = `tags/${slug}/${number === 1 ? '' : `page/${String(number)}/`}index.html`;
      const pages = Math.ceil(members.length / theme.perPage);
      const main = `<p>${String(number)} of ${String(pages)}</p>${shown.map(view.card).join('')}`;
      outputs.set(path, view.layout(undefined, theme.cloud === 'listings' ? main + view.cloud() : main));
    }
  }
  if (tags.size > 0) outputs.set('tags/index.html', view.layout(undefined, view.cloud()));
  return outputs;
}

function toyView(site: ToySite, theme: ToyTheme) {
  const tags = toyTags(site);
  const byTies = (left: ToyPage, right: ToyPage): number =>
    (theme.ties === 'title' ? compare(toyTitle(left).toLowerCase(), toyTitle(right).toLowerCase()) : 0) ||
    compare(left.key, right.key);
  const orders = {
    weight: (left: ToyPage, right: ToyPage) => Math.sign(weightOf(left) - weightOf(right)) || byTies(left, right),
    newest: (left: ToyPage, right: ToyPage) => compare(right.date, left.date) || byTies(left, right),
    title: (left: ToyPage, right: ToyPage) =>
      compare(toyTitle(left).toLowerCase(), toyTitle(right).toLowerCase()) || compare(left.key, right.key),
    path: (left: ToyPage, right: ToyPage) => compare(left.key, right.key),
  };
  const sort = (pages: readonly ToyPage[]): ToyPage[] => [...pages].sort(orders[theme.order]);
  const all = [...site.values()].sort(orders.path);
  const leaves = all.filter((page) => !isToyIndex(page.key));
  const href = (key: string): string => `href="${theme.base}${toyUrl(key)}"`;
  const link = (page: ToyPage): string => `<a ${href(page.key)}>${escape(toyTitle(page))}</a>`;
  const list = (pages: readonly ToyPage[]): string =>
    `<ul>${pages.map((page) => `<li>${link(page)}</li>`).join('')}</ul>`;
  const siblings = (page: ToyPage): ToyPage[] =>
    sort(leaves.filter((other) => toyFolder(other.key) === toyFolder(page.key)));
  const words = (page: ToyPage): string[] => page.body.split(/\s+/).filter((word) => word !== '');
  const inline = (text: string): string =>
    escape(text)
      .replace(/\[\[([^\]]+)\]\]/g, (_all, key: string) => {
        const target = site.get(key);
        return target === undefined ? 'missing' : link(target);
      })
      .replace(
        /\[([^\]]+)\]\(([^)]+)\)/g,
        (_all, text_: string, url: string) => `<a href="${theme.base}${url}">${text_}</a>`,
      )
      .replace(/\*([^*]+)\*/g, '<em>$1</em>');
  const body = (page: ToyPage): string => `<div>${inline(page.body.replace(/^#\s+.+$/m, ''))}</div>`;
  const opening = (page: ToyPage): string =>
    inline(page.body.replace(/^#\s+.+$/m, ''))
      .replace(/<[^>]*>/g, '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, theme.excerptWords)
      .join(' ');
  const excerpt = (page: ToyPage): string => {
    const description = escape(page.description);
    if (theme.excerpt === 'none') return '';
    if (theme.excerpt === 'description') return description;
    return theme.excerpt === 'body' ? opening(page) : description || opening(page);
  };
  const length = (page: ToyPage): string => {
    const count = words(page).length;
    if (theme.lengths === 'none') return '';
    return theme.lengths === 'words' ? `${String(count)} words` : `${String(Math.max(1, Math.round(count / 200)))} min`;
  };
  const card = (page: ToyPage): string =>
    [
      `<article>${link(page)}`,
      theme.dates && page.date !== '' ? `<time datetime="${page.date}">${page.date}</time>` : '',
      length(page),
      `<p>${excerpt(page)}</p></article>`,
    ].join('');
  const tagLink = (slug: string, counted: boolean): string =>
    `<a href="${theme.base}/tags/${slug}/">${slug}${counted ? ` (${String(tags.get(slug)?.size ?? 0)})` : ''}</a>`;
  const cloud = (): string =>
    [...tags.keys()]
      .sort(compare)
      .map((slug) => tagLink(slug, true))
      .join(' ');
  const count = (folder: string): string =>
    theme.counts ? ` <b>${String(leaves.filter((page) => toyFolder(page.key) === folder).length)} pages</b>` : '';
  const newest = (): string =>
    list(
      [...leaves]
        .filter((page) => page.date !== '')
        .sort(orders.newest)
        .slice(0, 3),
    );
  const arrow = (page: ToyPage | undefined): string =>
    page === undefined
      ? ''
      : theme.tooltips
        ? `<a rel="next" ${href(page.key)} title="${escape(toyTitle(page))}">&rarr;</a>`
        : link(page);
  const related = (page: ToyPage): ToyPage[] =>
    leaves
      .filter((other) => other !== page && other.tags.some((tag) => page.tags.includes(tag)))
      .sort((left, right) =>
        theme.related === 'newest'
          ? orders.newest(left, right)
          : shared(right, page) - shared(left, page) || orders.path(left, right),
      )
      .slice(0, 2);
  return {
    sort,
    card,
    cloud,
    body,
    tagsOf: (page: ToyPage) => page.tags.map((slug) => tagLink(slug, theme.tagCounts)).join(' '),
    around(page: ToyPage) {
      const row = theme.neighbours === 'site' ? walk(site) : siblings(page);
      const at = theme.neighbours === 'none' || isToyIndex(page.key) ? -1 : row.indexOf(page);
      const neighbours = at >= 0 ? `${arrow(row[at - 1])} ${arrow(row[at + 1])}` : '';
      return neighbours + (theme.related === 'none' ? '' : list(related(page)));
    },
    lists(page: ToyPage) {
      const folder = toyFolder(page.key);
      const sections = sort(
        all.filter((other) => isToyIndex(other.key) && other !== page && toyFolder(toyFolder(other.key)) === folder),
      );
      const home = folder === 'content';
      return [
        count(folder),
        siblings(page).map(card).join(''),
        sections.map((section) => card(section) + count(toyFolder(section.key))).join(''),
        home && theme.newest === 'home' ? newest() : '',
        home && theme.cloud === 'home' ? cloud() : '',
      ].join('');
    },
    layout(page: ToyPage | undefined, main: string) {
      const menu = sort(all.filter((other) => isToyIndex(other.key) && other.key.split('/').length <= 3));
      const side =
        page === undefined || theme.sidebar === 'none' ? [] : theme.sidebar === 'site' ? sort(leaves) : siblings(page);
      const everywhere = [
        theme.newest === 'everywhere' ? newest() : '',
        theme.cloud === 'everywhere' ? `<p>${cloud()}</p>` : '',
      ];
      return `<nav>${list(menu)}</nav><aside>${list(side)}${everywhere.join('')}</aside><main>${main}</main>`;
    },
  };
}

/** All pages as Bengal walks through them: in each folder the folders first, but for the content folder itself. */
function walk(site: ToySite): ToyPage[] {
  const sortable = (key: string): string =>
    key
      .split('/')
      .map((part, depth, parts) => (depth > 1 && depth === parts.length - 1 ? `~${part}` : part))
      .join('/');
  return [...site.values()].sort((left, right) => compare(sortable(left.key), sortable(right.key)));
}

function shared(left: ToyPage, right: ToyPage): number {
  return left.tags.filter((tag) => right.tags.includes(tag)).length;
}
