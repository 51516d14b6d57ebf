import { formsOf } from '../bengal/output-forms.ts';
import { fileOfInput } from '../bengal/recorded-file.ts';
import { urlOfOutput, type RecordedPage } from '../bengal/recorded-page.ts';
import { UNKNOWN_EDIT, type PageEdit } from '../changes/page-edit.ts';
import { WHOLE_FRONT_MATTER } from '../changes/page-text.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import { usersOf, type Context } from './context.ts';
import { outputBeside } from './new-output.ts';
import { isOrWasHome, showsEdit } from './own-page.ts';
import { folderOf, foldersAbove, isIndex } from './page-folders.ts';
import type { Reason } from './reason.ts';
import { judgeRedirects } from './redirect-rules.ts';
import { referringPages } from './referring-pages.ts';
import { topic, type Topic } from './topics.ts';

/** Front matter that decides where a page is written. */
const ADDRESS = ['slug', 'url', 'permalink'];
/** The same on a site that has languages. */
const LANGUAGE = ['lang', 'language'];
/** Front matter by which texts refer to a page. */
const REFERENCE = ['title', 'id', 'slug', '(anchors)'];
/** What menus and trees of navigation show of a page, or hide it by. */
const SHOWN_IN_MENUS = [
  'menu',
  'title',
  'nav_title',
  'weight',
  'icon',
  'visibility',
  'hidden',
  'draft',
  'slug',
  'nav',
  'order',
];
/** Front matter that is part of what a page itself is, or chooses its template, from wherever it cascades. */
const OWN_KEYS = [
  'template',
  'type',
  'layout',
  'title',
  'description',
  'tags',
  'lang',
  'version',
  'content_type',
  'translation_key',
  'toc',
];

/** A page whose text can be another one, though its source is not: what includes, links or lists in it show. */
export function judgeText(page: RecordedPage, reason: Reason, { found, touch }: Context): void {
  found.page(page, reason);
  touch(
    (['text', 'lead', 'words', 'minutes', 'any'] as const).map((side) => topic.page(page.key, side)),
    reason,
  );
}

/** A page that was not there before. */
export function judgeAdded(path: string, context: Context): void {
  const { found, layout, texts } = context;
  const reason = { kind: 'added', via: path } as const;
  found.output(outputBeside(path, context), path, reason);
  const keys = Object.keys(texts.get(path)?.frontMatter ?? {});
  judgePresence({ path, keys, reason }, context);
  touchAddresses([outputBeside(path, context)], reason, context);
  judgeRedirects({ path, before: undefined, after: texts.get(path)?.frontMatter['aliases'] }, context);
  // Bengal makes an index for a folder without one.
  const [folder = ''] = foldersAbove(folderOf(path), layout.contentDir);
  if (!isIndex(path) && folder !== layout.contentDir && context.builtIn(folder).length === 0)
    found.output(outputBeside(`${folder}/_index.md`, context), null, reason);
}

/** A page that is gone, and all its files. */
export function judgeDeleted(path: string, page: RecordedPage, context: Context): void {
  const { found, outputs, keys } = context;
  const reason = { kind: 'deleted', via: path } as const;
  found.page(page, reason);
  for (const output of page.outputs)
    for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
  judgePresence({ path, keys: [...(keys.get(path) ?? [])], reason }, context);
  touchAddresses(page.outputs, reason, context);
  judgeRedirects({ path, before: page.metadata?.['aliases'], after: undefined }, context);
}

function touchAddresses(outputs: readonly string[], reason: Reason, { touch, state }: Context): void {
  const paths = state.baseUrls.map((base) => base.replace(/^[a-z]+:\/\/[^/]*/i, ''));
  for (const output of outputs)
    touch(
      ['', ...paths].map((base) => topic.address(base + urlOfOutput(output))),
      reason,
    );
}

interface Presence {
  readonly path: string;
  /** Of its front matter. */
  readonly keys: readonly string[];
  readonly reason: Reason;
}

/** What a page that comes or goes changes elsewhere, beside the lists that `structure.ts` compares. */
function judgePresence({ path, keys, reason }: Presence, context: Context): void {
  const { touch, layout } = context;
  const folder = folderOf(path);
  touch([topic.page(path, 'is'), topic.site('any page'), topic.site('navigation'), topic.site('text')], reason);
  touch(keys.map(topic.anyPagesKey), reason);
  if (keys.includes('series')) touch([topic.site('series')], reason);
  touch(topicsAbove(path, context), reason);
  touch(variantsOf(path, context), { ...reason, kind: 'translation' });
  if (isIndex(path)) {
    touch([...keys.map((key) => topic.sectionKey(folder, key)), topic.section(folder, 'any key')], reason);
    if (keys.includes('cascade')) judgeCascade(path, context.state.pages.get(path)?.metadata?.['cascade'], context);
  }
  if (isInMenus(path, keys, context) || folder === layout.contentDir || isIndex(path)) judgeMenu(path, keys, context);
  for (const page of referringPages(path, context)) judgeText(page, { kind: 'linked', via: path }, context);
  for (const user of usersOf('source', path, context))
    if (user.key !== path && !isBelow(user, path)) judgeText(user, { kind: 'include', via: path }, context);
}

/** What the edit of a page changes: itself, and whoever reads the part that was edited. */
export function judgeEdit(path: string, page: RecordedPage, context: Context): void {
  const { found, touch, behaviour, state } = context;
  const edit = context.edits.get(path) ?? UNKNOWN_EDIT;
  if (!edit.body && edit.keys.size === 0) return;
  if (showsEdit(path, edit, context)) found.page(page, { kind: 'content', via: path });
  if (page.outputs.length === 0)
    found.doubt({ kind: 'state-incomplete', detail: `the state does not tell where ${path} is written to` });
  // A page that includes this one shows whatever it says; one below it is judged by what is handed down.
  for (const user of usersOf('source', path, context))
    if (user !== page && !isBelow(user, path)) judgeText(user, { kind: 'include', via: path }, context);
  const movesPage = behaviour.slugMovesPage && ADDRESS.some((key) => edit.keys.has(key));
  const isMultilingual = (): boolean =>
    [...state.pages.values()].some(({ metadata }) => typeof metadata?.['lang'] === 'string');
  if (movesPage || (LANGUAGE.some((key) => edit.keys.has(key)) && isMultilingual()))
    found.doubt({
      kind: 'state-incomplete',
      detail: `nobody knows where ${path} is written to with another address or language`,
    });
  judgeRedirects(
    {
      path,
      before: page.metadata?.['aliases'],
      after: context.texts.get(path)?.frontMatter['aliases'] ?? page.metadata?.['aliases'],
    },
    context,
  );
  touch(topicsOfEdit(path, edit, context), { kind: 'linked', via: path });
  if (edit.keys.has('translation_key') || edit.keys.has('version'))
    touch(variantsOf(path, context), { kind: 'translation', via: path });
  if (edit.keys.has('cascade')) judgeCascade(path, page.metadata?.['cascade'], context);
  if (SHOWN_IN_MENUS.some((key) => edit.keys.has(key))) {
    touch([topic.site('navigation')], { kind: 'navigation', via: path });
    if (isInMenus(path, [...edit.keys], context)) judgeMenu(path, [...edit.keys], context);
  }
  if (REFERENCE.some((key) => edit.keys.has(key)))
    for (const other of referringPages(path, context)) judgeText(other, { kind: 'linked', via: path }, context);
}

function topicsOfEdit(path: string, edit: PageEdit, context: Context): Topic[] {
  const { layout } = context;
  const keys = [...edit.keys];
  const folder = folderOf(path);
  const above = foldersAbove(folder, layout.contentDir);
  const topics: Topic[] = [
    topic.page(path, 'any'),
    topic.site('any page'),
    ...above.map((each) => topic.section(each, 'any below')),
  ];
  if (keys.includes(WHOLE_FRONT_MATTER))
    topics.push(topic.page(path, 'is'), ...(isIndex(path) ? [topic.section(folder, 'is')] : []));
  if (keys.length > 0)
    topics.push(
      topic.page(path, 'any key'),
      ...keys.flatMap((key) => [topic.key(path, key), topic.anyPagesKey(key)]),
      ...above.map((each) => topic.section(each, 'keys below')),
    );
  if (edit.keySet)
    topics.push(topic.page(path, 'key set'), ...(isIndex(path) ? [topic.section(folder, 'key set')] : []));
  if (keys.includes('series')) topics.push(topic.site('series'));
  if (isIndex(path) && keys.length > 0)
    topics.push(topic.section(folder, 'any key'), ...keys.map((key) => topic.sectionKey(folder, key)));
  if (keys.includes(WHOLE_FRONT_MATTER) || (keys.includes('slug') && isOrWasHome(path, context)))
    topics.push(topic.page(path, 'home'));
  if (edit.lead) topics.push(topic.page(path, 'lead'));
  if (edit.body) topics.push(topic.page(path, 'text'), topic.site('text'));
  if (edit.words) topics.push(topic.page(path, 'words'), topic.section(folder, 'words'));
  if (edit.minutes) topics.push(topic.page(path, 'minutes'));
  return topics;
}

/** What sections say of whatever lies in them. */
function topicsAbove(path: string, { layout }: Context): Topic[] {
  const sides = ['any below', 'keys below', 'words'] as const;
  return foldersAbove(folderOf(path), layout.contentDir).flatMap((above) =>
    sides.map((side) => topic.section(above, side)),
  );
}

/** Whether a page can stand in a menu: by itself, or as what a section or the top of the site is shown by. */
function isInMenus(path: string, edited: readonly string[], { config, layout, keys }: Context): boolean {
  if (edited.includes('menu') || keys.get(path)?.has('menu') === true) return true;
  return !config.listsMenu && (isIndex(path) || folderOf(path) === layout.contentDir);
}

function judgeMenu(path: string, edited: readonly string[], context: Context): void {
  if (context.config.listsMenu && !edited.includes('menu') && context.keys.get(path)?.has('menu') !== true) return;
  const language = languageOf(path, context);
  // Sections stand in the menus of all languages.
  const isOwn =
    language !== undefined &&
    !isIndex(path) &&
    (edited.includes('menu') || context.keys.get(path)?.has('menu') === true);
  context.touch(isOwn ? [topic.menuIn(language), topic.menuIn('')] : [topic.site('menu')], {
    kind: 'navigation',
    via: path,
  });
}

/** The language that Bengal noted for a page; `undefined`: the site has only one, or nobody knows. */
function languageOf(path: string, { state, texts }: Context): string | undefined {
  const language = texts.get(path)?.frontMatter['lang'] ?? state.pages.get(path)?.metadata?.['lang'];
  return typeof language === 'string' ? language : undefined;
}

/** Pages that are the same page in another language or version, and so show a switch to this one. */
function variantsOf(path: string, { editions }: Context): Topic[] {
  return editions.besides(path).map((other) => topic.page(other, 'variants'));
}

/** What an index hands down to everything below its folder, however deep. */
function judgeCascade(path: string, before: JsonValue | undefined, context: Context): void {
  const { found, touch, wasBuilt, state } = context;
  const after = context.texts.get(path)?.frontMatter['cascade'];
  const isPlain = [before, after].every((cascade) => cascade === undefined || cascade === null || isObject(cascade));
  const keys = isPlain ? changedKeysOf(before, after) : OWN_KEYS;
  if (keys.length === 0) return;
  const reason = { kind: 'cascade', via: path } as const;
  const has = (cascade: JsonValue | undefined, key: string): boolean =>
    isObject(cascade) && Object.hasOwn(cascade, key);
  const hasOthers = !isPlain || keys.some((key) => has(before, key) !== has(after, key));
  const isOwn = !isPlain || keys.some((key) => OWN_KEYS.includes(key));
  const folder = `${folderOf(path)}/`;
  const folders = new Set<string>();
  for (const other of wasBuilt) {
    // The index is one of them: what it hands down is in its own front matter as well.
    if (!other.startsWith(folder)) continue;
    folders.add(folderOf(other));
    if (hasOthers) touch([topic.page(other, 'key set'), topic.section(folderOf(other), 'key set')], reason);
    touch(
      [topic.page(other, 'any'), topic.page(other, 'any key'), ...keys.map((key) => topic.key(other, key))],
      reason,
    );
    if (!isPlain) touch([topic.page(other, 'is')], reason);
    if (!isPlain || keys.includes('slug')) touch([topic.page(other, 'home')], reason);
    const page = state.pages.get(other);
    if (isOwn && page !== undefined) found.page(page, reason);
  }
  for (const below of folders)
    touch([topic.section(below, 'any key'), ...keys.map((key) => topic.sectionKey(below, key))], reason);
  touch([...keys.map(topic.anyPagesKey), topic.site('any page')], reason);
  touch(topicsAbove(path, context), reason);
  for (const below of folders) touch([topic.section(below, 'any below'), topic.section(below, 'keys below')], reason);
  // What places pages in lists came from somewhere else: all lists may be others.
  if (
    !isPlain ||
    ['title', 'weight', 'date', 'tags', 'version', 'lang', 'menu', 'visibility', 'hidden', 'draft'].some((key) =>
      keys.includes(key),
    )
  ) {
    found.doubt({ kind: 'state-incomplete', detail: `${path} hands down what decides where its pages stand in lists` });
  }
}

function changedKeysOf(before: JsonValue | undefined, after: JsonValue | undefined): string[] {
  const value = (cascade: JsonValue | undefined, key: string): string =>
    JSON.stringify(isObject(cascade) ? (cascade[key] ?? null) : null);
  const keys = new Set([before, after].flatMap((cascade) => (isObject(cascade) ? Object.keys(cascade) : [])));
  return [...keys].filter((key) => value(before, key) !== value(after, key));
}

/** A page whose record names the file as an index above it. */
function isBelow(user: RecordedPage, path: string): boolean {
  return user.inputs.some((input) => input.type.startsWith('cascade_') && fileOfInput(input.type, input.path) === path);
}
