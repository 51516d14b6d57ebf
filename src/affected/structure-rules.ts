import type { RecordedPage } from '../bengal/recorded-page.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type Context } from './context.ts';
import { neighboursOf, ordersOfNeighbours } from './order.ts';
import { formsOf } from './outputs.ts';
import { sortableNow, tagsNow } from './present-page.ts';
import { folderOf, isIndex } from './site-model.ts';
import { sortable } from './sortable.ts';
import { judgeTags } from './tag-rules.ts';

/** A page that was not there before: whoever lists its place, its neighbours, its tags, its other languages and versions. */
export function judgeAdded(path: string, context: Context): void {
  const { found } = context;
  found.output(outputBeside(path, context), path, { kind: 'added', via: path });
  if (isNewSection(path, context)) {
    found.doubt({ kind: 'navigation', detail: `${path} begins a new section, and every page may show it in a menu` });
    return;
  }
  judgeMenu(path, context);
  judgePlace(path, context);
  judgeVariants(path, context);
  judgeTags({ ...context, path, before: [], after: tagsNow(path, context) });
}

/** A page that is gone: whoever shows it, and all its files. */
export function judgeDeleted(path: string, page: RecordedPage, context: Context): void {
  const { found, outputs, site } = context;
  for (const output of page.outputs) {
    for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
    addOutputs(site.mentioning(output, ~0), { kind: 'linked', via: path }, context);
  }
  found.page(page, { kind: 'deleted', via: path });
  const folder = folderOf(path);
  const left = site
    .members(folder)
    .filter((member) => member.key !== path && !context.changes.deleted.includes(member.key));
  if (isIndex(path) || (left.length === 0 && folder !== context.layout.contentDir)) {
    found.doubt({ kind: 'navigation', detail: `with ${path} a section is gone, and every page may show it in a menu` });
    return;
  }
  judgePlace(path, context);
  judgeVariants(path, context);
  judgeTags({ ...context, path, before: page.tags, after: [] });
}

/** Whoever shows the folder of a page as a list, the home page, and the pages before and after its place, old and new. */
export function judgePlace(path: string, context: Context): void {
  const { site, layout } = context;
  const folder = folderOf(path);
  for (const outputs of [site.listersOf(folder), site.siteListers('all'), site.siteListers('newest')])
    addOutputs(outputs, { kind: 'section-listing', via: path }, context);
  for (let above = folder; ; above = folderOf(above)) {
    addOutputs([site.indexOutputOf(above)], { kind: 'section-listing', via: path }, context);
    if (above === layout.contentDir || above === '') break;
  }
  const siblings = site
    .members(folder)
    .filter((member) => member.key !== path)
    .map(sortable);
  const linked = (from: string, to: string): boolean => {
    const [target] = context.state.pages.get(to)?.outputs ?? [];
    const [page] = context.state.pages.get(from)?.outputs ?? [];
    return (
      target !== undefined &&
      page !== undefined &&
      ((context.links.mentionsOf(target).get(page) ?? 0) & SHOWS.link) !== 0
    );
  };
  const orders = ordersOfNeighbours(site.members(folder).map(sortable), linked);
  const before = context.state.pages.get(path);
  const after = sortableNow(path, context);
  const [old = [], now = []] = [before && sortable(before), after].map(
    (place) => place && neighboursOf(place, siblings, orders),
  );
  // A page that stays between the same two moves nobody.
  if (before !== undefined && after !== undefined && old.join('\0') === now.join('\0')) return;
  for (const key of [...old, ...now]) {
    addOutputs(context.state.pages.get(key)?.outputs ?? [], { kind: 'neighbour', via: path }, context);
  }
}

/** The same page in another language or version shows a switch to this one. */
export function judgeVariants(path: string, context: Context): void {
  const { state, found } = context;
  const own = variantOf(path, context.layout.contentDir);
  const translationKey =
    context.texts.get(path)?.frontMatter['translation_key'] ?? translationKeyOf(state.pages.get(path));
  for (const page of state.pages.values()) {
    if (page.kind !== 'content' || page.key === path) continue;
    const other = variantOf(page.key, context.layout.contentDir);
    if (other.path === own.path && other.version !== own.version) found.page(page, { kind: 'version', via: path });
    else if (other.path === own.path && other.language !== own.language)
      found.page(page, { kind: 'translation', via: path });
    else if (typeof translationKey === 'string' && translationKeyOf(page) === translationKey)
      found.page(page, { kind: 'translation', via: path });
  }
}

/** Bengal keeps the key among the properties that are no fields of its own. */
function translationKeyOf(page: RecordedPage | undefined): JsonValue | undefined {
  const props = page?.metadata?.['props'];
  return page?.metadata?.['translation_key'] ?? (isObject(props) ? props['translation_key'] : undefined);
}

/** `_versions/2.0/guide/a.md` and `fr/guide/a.md` and `guide/a.fr.md` are variants of `guide/a.md`. */
function variantOf(key: string, contentDir: string): { path: string; version: string; language: string } {
  const below = key.slice(contentDir.length + 1);
  const [, version = '', rest = below] = /^_versions\/([^/]+)\/(.+)$/.exec(below) ?? [];
  const [, folder = '', inFolder = rest] = /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\/(.+)$/.exec(rest) ?? [];
  const [, stem = '', suffix = '', ending = ''] =
    /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)(\.[^./]+)$/.exec(inFolder) ?? [];
  return { path: stem === '' ? inFolder : `${stem}${ending}`, version, language: folder || suffix };
}

/** The first page of a folder, or its index. */
function isNewSection(path: string, { site, layout }: Context): boolean {
  const folder = folderOf(path);
  if (folder === layout.contentDir) return false;
  return isIndex(path)
    ? site.indexOf(folder) === undefined
    : site.members(folder).length === 0 && site.indexOf(folder) === undefined;
}

function judgeMenu(path: string, { texts, found }: Context): void {
  const frontMatter = texts.get(path)?.frontMatter ?? {};
  if (['menu', 'menus', 'nav', 'in_menu', 'show_in_menu'].some((key) => frontMatter[key] !== undefined)) {
    found.doubt({ kind: 'navigation', detail: `${path} is new and has a menu entry, which every page may show` });
  }
}

/** Where the pages of its folder go: versions and languages are not written where their sources lie. */
function outputBeside(path: string, { site, layout }: Context): string {
  const usual = outputOfNewPage(path, layout.contentDir);
  const folder = folderOf(path);
  const below = folder === layout.contentDir ? 0 : folder.length - layout.contentDir.length;
  for (const page of [site.indexOf(folder), ...site.members(folder)]) {
    if (page === undefined) continue;
    const tail = outputOfNewPage(page.key, layout.contentDir).slice(below);
    const [output] = page.outputs;
    if (output?.endsWith(tail)) return output.slice(0, output.length - tail.length) + usual.slice(below);
  }
  return usual;
}

/** `content/a/b.md` is built to `a/b/index.html`, an index to its folder's. */
export function outputOfNewPage(path: string, contentDir: string): string {
  const below = path.slice(contentDir.length + 1).replace(/\.[^./]+$/, '');
  return /(^|\/)_?index$/.test(below) ? `${below.replace(/_?index$/, '')}index.html` : `${below}/index.html`;
}
