import { fileOfInput } from '../bengal/recorded-file.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { PageEdit } from '../changes/page-edit.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, usersOf, type Context } from './context.ts';
import { effectOf, type KeyEffect } from './keys.ts';
import { keepsPlace, NEWEST, type SortablePage } from './order.ts';
import { sortableNow, tagsNow } from './present-page.ts';
import type { ReasonKind } from './reason.ts';
import { folderOf, isIndex } from './site-model.ts';
import { sortable } from './sortable.ts';
import { judgePlace, judgeVariants } from './structure-rules.ts';
import { judgeTagOrder, judgeTags } from './tag-rules.ts';

/** Without a record of what an edit touched, everything counts. */
const EVERYTHING: PageEdit = {
  keys: new Set(['title', 'description', 'date', 'weight', 'tags', 'cascade', 'slug', 'menu']),
  lead: true,
  longLead: true,
  body: true,
  length: true,
};

/** Ways of showing a page that an edit of its text can change. */
const CARD = SHOWS.lead | SHOWS.description | SHOWS.date;

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
  const effects = new Set([...edit.keys].map((key) => effectHere(key, context)));
  for (const effect of effects) judgeEffect(effect, { ...context, path, page, edit });
  if (edit.lead) mention(SHOWS.lead, 'excerpt', { ...context, path, page });
  if (edit.longLead) mention(SHOWS.longLead, 'excerpt', { ...context, path, page });
  if (edit.body) mention(SHOWS.text, 'excerpt', { ...context, path, page });
  if (edit.length) mention(CARD, 'linked', { ...context, path, page });
}

/** What a key changes on this site, by this Bengal. */
function effectHere(key: string, { behaviour, namedByTemplates }: Context): KeyEffect {
  const effect = key === 'slug' && !behaviour.slugMovesPage ? 'custom' : effectOf(key);
  return effect === 'custom' && namedByTemplates(key) ? 'listing' : effect;
}

interface EditContext extends Context {
  readonly path: string;
  readonly page: RecordedPage;
}

function judgeEffect(effect: KeyEffect, context: EditContext & { edit: PageEdit }): void {
  const { path, page, found } = context;
  switch (effect) {
    case 'title':
      mention(SHOWS.title, 'linked', context);
      judgeOrder(context);
      return;
    case 'description':
      // Where there was none, a page may have shown the beginning of the text in its place, or nothing.
      mention(page.metadata?.['description'] ? SHOWS.description : SHOWS.link, 'linked', context);
      return;
    case 'date':
      mention(page.metadata?.['date'] ? SHOWS.date : SHOWS.link, 'linked', context);
      judgeOrder(context);
      return;
    case 'order':
      judgeOrder(context);
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
      judgePlace(path, context);
      judgeVariants(path, context);
      return;
    case 'navigation':
      found.doubt({
        kind: 'navigation',
        detail: `the menu entry of ${path} changed, and every page may show the menu`,
      });
      return;
    case 'listing':
      mention(SHOWS.link, 'linked', context);
      if (isIndex(path)) judgeCascade(context);
      return;
    case 'custom':
      return;
  }
}

function mention(shows: number, kind: ReasonKind, context: EditContext): void {
  for (const output of context.page.outputs)
    addOutputs(context.site.mentioning(output, shows), { kind, via: context.path }, context);
}

/** Whether the page takes another place in any list that it can be in: its folder's, or one of the whole site. */
function judgeOrder(context: EditContext): void {
  const { path, page, state, site } = context;
  const before = sortable(page);
  const after = sortableNow(path, context) ?? before;
  const others = [...state.pages.values()]
    .filter((other) => other.kind === 'content' && other !== page && !isIndex(other.key))
    .map(sortable);
  const siblings = others.filter((other) => folderOf(other.key) === folderOf(path));
  const place = { before, after };
  if (!keepsPlace(place, siblings)) judgePlace(path, context);
  judgeTagOrder((members) => keepsPlace(place, members.map(sortable)), { path, page }, context);
  // Lists of the whole site are mostly by date; who shows this page there links to it.
  const dated = others.filter((other) => other.date !== '');
  const reason = { kind: 'section-listing', via: path } as const;
  const byDateAlone = (given: SortablePage): SortablePage => ({ ...given, title: '', weight: undefined });
  const inTime = { before: byDateAlone(before), after: byDateAlone(after) };
  if ((before.date === '') !== (after.date === '') || !keepsPlace(inTime, dated.map(byDateAlone))) {
    mention(SHOWS.link, 'linked', context);
    addOutputs([site.home, ...site.siteListers('newest')], reason, context);
  }
  if (after.date !== '' && !keepsPlace(place, dated, NEWEST)) addOutputs(site.siteListers('newest'), reason, context);
  if (!keepsPlace(place, others)) addOutputs(site.siteListers('all'), reason, context);
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
