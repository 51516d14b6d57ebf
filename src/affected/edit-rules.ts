import { fileOfInput } from '../bengal/recorded-file.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { PageEdit } from '../changes/page-edit.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, usersOf, type Context } from './context.ts';
import { effectOf, type KeyEffect } from './keys.ts';
import { BY_TIME, keepsPlace } from './order.ts';
import { sortableNow, tagsNow } from './present-page.ts';
import type { ReasonKind } from './reason.ts';
import { judgeRedirects } from './redirect-rules.ts';
import { referringPages } from './references.ts';
import { folderOf, isIndex } from './places.ts';
import { sortable } from './sortable.ts';
import { judgeMenu } from './navigation-rules.ts';
import { judgeFirstDate, judgePlace } from './structure-rules.ts';
import { judgeTagOrder, judgeTags } from './tag-rules.ts';
import { judgeVariants } from './variants.ts';

/** Without a record of what an edit touched, everything counts. */
const EVERYTHING: PageEdit = {
  keys: new Set(['title', 'description', 'date', 'weight', 'tags', 'cascade', 'slug', 'menu']),
  lead: true,
  longLead: true,
  body: true,
  minutes: true,
  words: true,
};

/** Keys that can put a page elsewhere. */
const ADDRESS = ['slug', 'url', 'permalink'];
/** Keys that put a page elsewhere on a site that has languages. */
const LANGUAGE = ['lang', 'language'];

/** What can move a page in lists. */
const PLACING: readonly KeyEffect[] = ['title', 'date', 'order'];

/** What the edit of a page changes: itself, and whoever shows the part that was edited. */
export function judgeEdit(path: string, page: RecordedPage, context: Context): void {
  const { found } = context;
  const edit = context.edits.get(path) ?? EVERYTHING;
  if (!edit.body && edit.keys.size === 0) return;
  found.page(page, { kind: 'content', via: path });
  if (page.outputs.length === 0)
    found.doubt({ kind: 'state-incomplete', detail: `the state does not tell where ${path} is written to` });
  for (const user of usersOf('source', path, context)) {
    // A page that includes this one shows whatever it says; one below it is judged by what is handed down.
    if (user !== page && !isBelow(user, path)) found.page(user, { kind: 'include', via: path });
  }
  if (context.behaviour.slugMovesPage && ADDRESS.some((key) => edit.keys.has(key)))
    found.doubt({ kind: 'state-incomplete', detail: `nobody knows where ${path} is written to with another address` });
  const text = context.texts.get(path);
  if (text !== undefined)
    judgeRedirects({ path, before: page.metadata?.['aliases'], after: text.frontMatter['aliases'] }, context);
  const handedDown = edit.keys.has('cascade') ? cascadeKeys({ ...context, path, page }) : [];
  if (context.site.languages.noted && LANGUAGE.some((key) => edit.keys.has(key) || handedDown.includes(key)))
    found.doubt({ kind: 'state-incomplete', detail: `nobody knows where ${path} is written to in another language` });
  const effects = new Set([...edit.keys].map((key) => effectHere(key, context)));
  for (const effect of effects) judgeEffect(effect, { ...context, path, page, edit });
  if (PLACING.some((effect) => effects.has(effect))) judgeOrder({ ...context, path, page });
  if (edit.body) judgeSums(path, context);
  if (edit.lead) mention(SHOWS.lead, 'excerpt', { ...context, path, page });
  if (edit.longLead) mention(SHOWS.longLead, 'excerpt', { ...context, path, page });
  if (edit.body) mention(SHOWS.text, 'excerpt', { ...context, path, page });
  if (edit.minutes) mention(SHOWS.minutes, 'linked', { ...context, path, page });
  if (edit.words) mention(SHOWS.words, 'linked', { ...context, path, page });
}

/** What a page shows of the texts of all pages stands beside no link to any of them. */
function judgeSums(path: string, context: Context): void {
  const templates = context.textTemplates();
  const names = templates === 'unknown' ? [] : templates;
  const users = names.map((name) => ({ name, pages: usersOf('template', name, context) }));
  for (const { name, pages } of users)
    for (const user of pages) context.found.page(user, { kind: 'excerpt', via: path, through: [name] });
  const stray = users.find(({ pages }) => pages.length === 0)?.name;
  if (templates !== 'unknown' && stray === undefined) return;
  const who = stray ?? 'a theme that is not on this machine';
  const detail = `${path} was edited, and ${who} may make something of it for any page`;
  context.found.doubt({ kind: 'unknown-consumer', detail });
}

/** What a key changes on this site, by this Bengal. */
function effectHere(key: string, { behaviour, namedByTemplates }: Context): KeyEffect {
  const effect = key === 'slug' && !behaviour.slugMovesPage ? 'reference' : effectOf(key);
  if (effect === 'reference' && namedByTemplates(key)) return 'listing';
  return effect === 'custom' && namedByTemplates(key) ? 'listing' : effect;
}

interface EditContext extends Context {
  readonly path: string;
  readonly page: RecordedPage;
}

function judgeEffect(effect: KeyEffect, context: EditContext & { edit: PageEdit }): void {
  const { path, page, edit } = context;
  switch (effect) {
    case 'title':
      mention(SHOWS.title, 'linked', context);
      return;
    case 'description':
      // Where there was none, a page may have shown the beginning of the text in its place, or nothing.
      mention(page.metadata?.['description'] ? SHOWS.description : SHOWS.link, 'linked', context);
      return;
    case 'date':
      mention(page.metadata?.['date'] ? SHOWS.date : SHOWS.link, 'linked', context);
      judgeFirstDate(path, context);
      return;
    case 'tags':
      judgeTags({ ...context, before: page.tags, after: tagsNow(path, context) });
      return;
    case 'cascade':
      // What no template names changes no page that it is handed down to.
      if (cascadeKeys(context).some((key) => effectOf(key) !== 'custom' || context.namedByTemplates(key)))
        judgeCascade(context);
      return;
    case 'structure':
      mention(SHOWS.link, 'linked', context);
      judgePlace(path, 'arrives', context);
      judgeVariants(path, context);
      return;
    case 'reference':
      for (const other of referringPages(path, context)) context.found.page(other, { kind: 'linked', via: path });
      return;
    case 'edition':
      judgeVariants(path, context);
      return;
    case 'navigation':
      judgeMenu(path, [...edit.keys], context);
      return;
    case 'listing':
      mention(SHOWS.link, 'linked', context);
      if (isIndex(path)) judgeCascade(context);
      return;
    // Where it only moves the page in lists, that is judged once for all such keys.
    case 'order':
    case 'custom':
      return;
  }
}

function mention(shows: number, kind: ReasonKind, context: EditContext): void {
  for (const output of context.page.outputs)
    addOutputs(context.site.mentioning(output, shows), { kind, via: context.path }, context);
}

/** Lists in which the page takes another place: of its folder, of the whole site, of its tags, of sections. */
function judgeOrder(context: EditContext): void {
  const { path, page, site } = context;
  const before = sortable(page);
  const place = { before, after: sortableNow(path, context) ?? before };
  judgeTagOrder(place, page.tags, context);
  if (isIndex(path)) {
    // Whoever lists sections links to each of them.
    if (!keepsPlace(place, sectionsBeside(path, context).map(sortable))) mention(SHOWS.link, 'navigation', context);
    return;
  }
  judgePlace(path, 'moves', context);
  // A list by date may hold the page for any reason; who shows it there links to it.
  if ((before.date === '') === (place.after.date === '') && keepsPlace(place, site.placesOf(site.dated), BY_TIME))
    return;
  for (const output of page.outputs) {
    const showers = site.mentioning(output, SHOWS.link).filter((shower) => !isBesideOnly(shower, output, context));
    addOutputs(showers, { kind: 'linked', via: path }, context);
  }
}

/** Whether a page shows this one as its previous or next page, and nowhere else. */
function isBesideOnly(shower: string, output: string, { links }: Context): boolean {
  const ways = links.mentionsOf(output).get(shower) ?? 0;
  return (ways & SHOWS.beside) !== 0 && (ways & SHOWS.again) === 0;
}

/** Indexes that stand in one list with this one: of the folders beside its own, and in menus the home page among them. */
function sectionsBeside(path: string, { site, layout }: Context): RecordedPage[] {
  const folder = folderOf(path);
  const isTop = folder === layout.contentDir || folderOf(folder) === layout.contentDir;
  const parent = folder === layout.contentDir ? folder : folderOf(folder);
  const beside = site.folders.filter((other) => folderOf(other) === parent);
  return [...beside, ...(isTop ? [layout.contentDir] : [])].flatMap((other) => {
    const index = site.indexOf(other);
    return index === undefined || index.key === path ? [] : [index];
  });
}

/** Everything below the index's folder, however deep; what it changes there may be shown wherever those pages are. */
function judgeCascade(context: EditContext): void {
  const { path, state, found } = context;
  const folder = `${folderOf(path)}/`;
  for (const page of state.pages.values()) {
    if (page.kind !== 'content' || page.key === path || !page.key.startsWith(folder)) continue;
    found.page(page, { kind: 'cascade', via: path });
    for (const output of page.outputs) {
      addOutputs(
        context.site.mentioning(output, SHOWS.link),
        { kind: 'linked', via: path, through: [page.key] },
        context,
      );
    }
  }
}

/** Keys that the cascade gained, lost or changed. */
function cascadeKeys({ page, texts, path }: EditContext): string[] {
  const before = page.metadata?.['cascade'];
  const after = texts.get(path)?.frontMatter['cascade'];
  const keys = [before, after].flatMap((cascade) => (isObject(cascade) ? Object.keys(cascade) : []));
  const value = (cascade: JsonValue | undefined, key: string): string =>
    JSON.stringify(isObject(cascade) ? cascade[key] : undefined);
  return keys.filter((key) => value(before, key) !== value(after, key));
}

/** A page whose record names the file as an index above it. */
function isBelow(user: RecordedPage, path: string): boolean {
  return user.inputs.some((input) => input.type.startsWith('cascade_') && fileOfInput(input.type, input.path) === path);
}
