import { belongsToPackage } from '../bengal/file-ref.ts';
import { roleOf } from '../changes/layout.ts';
import { subjectOfLook } from '../changes/looks.ts';
import { WHOLE_FRONT_MATTER } from '../changes/page-text.ts';
import { isObject } from '../core/json.ts';
import { unreachable } from '../core/never.ts';
import { once } from '../core/once.ts';
import { isAbsolutePosix } from '../core/paths.ts';
import { collector } from './collector.ts';
import type { AffectedInput, ChangeKind, Context } from './context.ts';
import { editionsOf } from './editions.ts';
import { judgeAsset, judgeData, judgeExternal, judgeFile, judgeOther, judgeTemplate } from './file-rules.ts';
import { siteWideOutputs } from './site-wide-outputs.ts';
import { judgeAdded, judgeDeleted, judgeEdit, judgeText } from './page-rules.ts';
import { placedNow, placedThen, type PlacedPage } from './placed-page.ts';
import { folderOf } from './page-folders.ts';
import { addReaders } from './readers.ts';
import type { Affected } from './reason.ts';
import { referenceIndex } from './reference-index.ts';
import { isUpstream } from './settings.ts';
import { movedInStructure, type SitePages } from './structure.ts';
import { judgeTagPages } from './tag-pages.ts';
import { settingTouches, topic } from './topics.ts';
import { touchedTopics } from './touched.ts';

export type { AffectedInput } from './context.ts';

/**
 * The pages that a full build may write differently: an upper bound. Changes touch topics; whoever read one of these
 * when the site was built is affected. What is not known widens to all pages, with the doubt named.
 */
export function findAffected(input: AffectedInput): Affected {
  const found = collector();
  const touched = touchedTopics();
  const context = contextOf(input, { found, touch: touched.touch });
  for (const doubt of input.state.doubts)
    found.doubt({ kind: 'state-incomplete', detail: `.bengal/${doubt.file} ${doubt.why}` });
  judgeSettings(context);
  for (const kind of ['added', 'modified', 'deleted'] as const)
    for (const path of input.changes[kind]) judgeChange(path, kind, context);
  judgeStructure(context);
  judgeLooks(context);
  judgeUnverifiable(context);
  judgeFilledText(context, touched);
  const { changes, config, looks, clock } = input;
  const isQuiet =
    changes.added.length + changes.modified.length + changes.deleted.length + looks.changed.length === 0 &&
    config.status !== 'changed';
  addReaders(input.trace, { touched, clock, found, pageOf: context.pageOf, isQuiet });
  for (const output of [...input.outputs.missing, ...input.outputs.damaged]) {
    const page = context.pageOf.get(output);
    if (page !== undefined)
      found.output(output, page.kind === 'content' ? page.key : null, { kind: 'output-missing', via: output });
  }
  const { pages, because, tags, toRemove } = found.found();
  const all = because.length > 0;
  // A page that looks the same may stand elsewhere in feeds and in the search index.
  const isEdited = [...input.edits.values()].some(({ body, keys }) => body || keys.size > 0);
  const nothing = !all && pages.length === 0 && toRemove.length === 0 && !isEdited;
  return { all, because, pages, tags, toRemove, siteWide: nothing ? [] : siteWideOutputs(input.outputs.present) };
}

function contextOf(input: AffectedInput, shared: Pick<Context, 'found' | 'touch'>): Context {
  const { state, trace, layout, texts, changes } = input;
  const wasBuilt = new Set(
    trace.pages.flatMap(({ source }) =>
      source !== undefined && roleOf(source, layout).kind === 'page' ? [source] : [],
    ),
  );
  const folders = once(() => {
    const made = new Map<string, string[]>();
    for (const path of wasBuilt) {
      const inside = made.get(folderOf(path)) ?? [];
      made.set(folderOf(path), inside);
      inside.push(path);
    }
    return made;
  });
  const keysOf = (path: string): string[] => {
    const props = state.pages.get(path)?.metadata?.['props'];
    const known =
      state.pages.get(path)?.metadata?.['translation_key'] ?? (isObject(props) ? props['translation_key'] : undefined);
    const keys = [known, texts.get(path)?.frontMatter['translation_key']];
    return keys.flatMap((key) => (typeof key === 'string' || typeof key === 'number' ? [String(key)] : []));
  };
  return {
    ...input,
    ...shared,
    wasBuilt,
    pageOf: new Map(
      [...state.pages.values()].flatMap((page) => page.outputs.map((output) => [output as string, page] as const)),
    ),
    builtIn: (folder) => folders().get(folder) ?? [],
    editions: editionsOf(new Set([...wasBuilt, ...changes.added]), layout.contentDir, keysOf),
    referring: referenceIndex(input.references),
  };
}

/** Settings that act before pages are rendered can change any; of others, whoever reads them shows them. */
function judgeSettings({ config, found, touch }: Context): void {
  // One that is merely unknown has to be found out first, and the gate says so.
  if (config.status !== 'changed') return;
  const upstream = config.changed?.filter(isUpstream) ?? [''];
  const [first] = upstream;
  if (first !== undefined) {
    const named =
      first === '' ? config.why : `${first}${upstream.length > 1 ? ` and ${String(upstream.length - 1)} more` : ''}`;
    found.doubt({ kind: 'config-changed', detail: `a setting that every page may depend on changed: ${named}` });
  }
  for (const setting of config.changed ?? []) {
    // Bengal copies what stands in `site` to the top.
    const names = setting.startsWith('site.') ? [setting, setting.slice('site.'.length)] : [setting, `site.${setting}`];
    touch(names.flatMap(settingTouches), { kind: 'config', via: setting });
  }
}

function judgeChange(path: string, kind: ChangeKind, context: Context): void {
  if (isAbsolutePosix(path)) {
    judgeExternal(path, kind, context);
    return;
  }
  const role = roleOf(path, context.layout);
  judgeFile(path, kind, context);
  switch (role.kind) {
    case 'page':
      judgePage(path, kind, context);
      return;
    case 'template':
      judgeTemplate(path, role.name, context);
      return;
    case 'data':
      judgeData(path, context);
      return;
    case 'asset':
      judgeAsset(path, role.name, { ...context, kind });
      return;
    case 'site-wide':
      if (path.startsWith('i18n/')) context.touch([topic.site('translations')], { kind: 'file', via: path });
      else
        context.found.doubt({
          kind: 'site-wide-file-changed',
          detail: `${path} was ${kind}, and every page may use it`,
        });
      return;
    case 'content-resource':
    case 'other':
      judgeOther(path, kind, context);
      return;
    case 'static':
    case 'config':
      // Bengal copies static files to no page, and the configuration has a verdict of its own.
      return;
    default:
      unreachable(role);
  }
}

function judgePage(path: string, kind: ChangeKind, context: Context): void {
  const page = context.state.pages.get(path);
  const wasBuilt = context.wasBuilt.has(path);
  if (kind === 'deleted' && page !== undefined) judgeDeleted(path, page, context);
  else if (kind !== 'deleted' && (!wasBuilt || page === undefined)) judgeAdded(path, context);
  else if (kind !== 'deleted' && page !== undefined) judgeEdit(path, page, context);
  // A snippet that looks like a page, and is none.
  if (page === undefined) judgeOther(path, kind, context);
}

/** What decides where a page stands in lists. */
const PLACING = ['title', 'date', 'weight', 'tags', 'nav_title', 'slug'];

function judgeStructure(context: Context): void {
  const { changes, texts, state, wasBuilt, layout, trace, edits } = context;
  const isPage = (path: string): boolean => !isAbsolutePosix(path) && roleOf(path, layout).kind === 'page';
  const isMoved = (path: string): boolean => {
    const edit = edits.get(path);
    return edit === undefined || edit.keys.has(WHOLE_FRONT_MATTER) || PLACING.some((key) => edit.keys.has(key));
  };
  const changed = [
    ...changes.added.filter(isPage),
    ...changes.modified.filter((path) => isPage(path) && (!wasBuilt.has(path) || isMoved(path))),
    ...changes.deleted.filter(isPage),
  ];
  if (changed.length === 0) return;
  const before = new Map<string, PlacedPage>();
  for (const path of wasBuilt) {
    const page = state.pages.get(path);
    if (page !== undefined) before.set(path, placedThen(page));
  }
  const after = new Map(before);
  for (const path of changed) {
    const text = texts.get(path);
    const edit = edits.get(path);
    if (text === undefined) after.delete(path);
    else
      after.set(
        path,
        placedNow(path, text, {
          then: before.get(path),
          isEdited: (key) => edit === undefined || edit.keys.has(key) || edit.keys.has(WHOLE_FRONT_MATTER),
        }),
      );
  }
  const pages: SitePages = { before, after };
  const others = trace.pages.flatMap(({ source }) => (source !== undefined && !wasBuilt.has(source) ? [source] : []));
  for (const { topic: moved, via, kind } of movedInStructure({
    ...pages,
    changed,
    contentDir: layout.contentDir,
    others,
    listsMenu: context.config.listsMenu,
  }))
    context.touch([moved], { kind, via });
  judgeTagPages(pages, changed, context);
}

function judgeLooks({ looks, touch, state }: Context): void {
  for (const question of looks.changed) touch([topic.look(question)], { kind: 'file', via: subjectOfLook(question) });
  for (const question of looks.unanswered)
    touch([topic.look(question)], { kind: 'unjudged', via: subjectOfLook(question) });
  if (state.moved) touch([topic.root()], { kind: 'file', via: 'the folder of the site' });
}

/** What the build fills in in a text: settings, and pages of the folder, its own or any. */
function judgeFilledText(context: Context, { reasonsOf }: ReturnType<typeof touchedTopics>): void {
  for (const path of context.referring.filledIn()) {
    const page = context.state.pages.get(path);
    if (page === undefined || !context.wasBuilt.has(path)) continue;
    const folder = folderOf(path);
    const topics = [
      topic.section(folder, 'keys below'),
      topic.section(folder, 'members below'),
      topic.site('any setting'),
    ];
    for (const reason of topics.flatMap(reasonsOf)) judgeText(page, reason, context);
  }
}

/** What nobody can tell about. Where it can be told who would use the file, only those count. */
function judgeUnverifiable(context: Context): void {
  const inputs = context.changes.unverifiable.filter((path) => {
    const ref = context.state.files.get(path)?.ref;
    if (ref !== undefined && context.packageVouched && belongsToPackage(ref, 'bengal')) return false;
    const role = roleOf(path, context.layout);
    if (role.kind === 'content-resource' && context.namedByPages.has(path)) {
      judgeOther(path, 'modified', context);
      return false;
    }
    // No page is made from a static file.
    return role.kind !== 'static';
  });
  const [example] = inputs;
  if (example === undefined) return;
  context.found.doubt({
    kind: 'input-unverifiable',
    detail: `${String(inputs.length)} inputs cannot be checked, such as ${example}: not on this machine, never recorded, or a symbolic link (give bengal-version, and Bengal's own files count as known)`,
  });
}
