import { templateNameOfExternal } from '../changes/layout.ts';
import type { NodeKind } from '../graph/model.ts';
import { judgeAutodoc } from './autodoc-rules.ts';
import { usersOf, type ChangeKind, type Context } from './context.ts';
import { judgeText } from './page-rules.ts';
import { folderOf } from './page-folders.ts';
import type { ReasonKind } from './reason.ts';
import { endingOf, topic } from './topics.ts';

/** A template, under the name by which pages ask for it. The text of pages that name it as a shortcode changes with it. */
export function judgeTemplate(path: string, name: string, context: Context): void {
  context.touch([topic.template(name)], { kind: 'template', via: path });
  addNaming(path, 'template', context);
}

/** Pages whose source names the file show it in their text. */
function addNaming(path: string, kind: ReasonKind, context: Context): void {
  for (const key of context.namedByPages.get(path) ?? []) {
    const page = context.state.pages.get(key);
    if (page !== undefined) judgeText(page, { kind, via: path }, context);
  }
}

/** A file below `data/`: whoever reads what was edited in it. */
export function judgeData(path: string, context: Context): void {
  const { data, touch, namedByPages, state } = context;
  const reason = { kind: 'data', via: path } as const;
  addNaming(path, 'data', context);
  const edit = data.get(path);
  if (edit === undefined) return;
  touch(edit.values.map(topic.data), reason);
  touch(edit.whole.map(topic.dataAbove), reason);
  touch(edit.keys.map(topic.dataKeys), reason);
  touch(edit.there.map(topic.dataThere), reason);
  // A menu can hold what lies in a data file.
  if ((namedByPages.get(path) ?? []).some((key) => context.keys.get(key)?.has('menu') === true && state.pages.has(key)))
    touch([topic.site('menu')], reason);
}

/** An asset of the site: its address changes, and so does that of whatever it goes into. */
export function judgeAsset(
  path: string,
  name: string,
  { kind, ...context }: Context & { readonly kind: ChangeKind },
): void {
  const { touch, assetNames, sheetsNaming } = context;
  const reason = { kind: 'asset', via: path } as const;
  const ending = endingOf(name);
  const icon = /(?:^|\/)icons\/(?:.*\/)?([^/]+)\.svg$/i.exec(name)?.[1];
  if (icon !== undefined) {
    touch([topic.icon(icon)], reason);
    addNaming(path, 'asset', context);
  }
  const into = [name, ...(assetNames.get(path) ?? [])];
  touch(into.map(topic.asset), reason);
  const isCode = /^\.(?:css|js|mjs|scss|sass|less)$/.test(ending);
  // It may be bundled into others, or stand in their place.
  if (isCode && (kind !== 'modified' || !assetNames.has(path))) touch(['.css', '.js'].map(topic.assets), reason);
  touch((sheetsNaming.get(path) ?? []).map(topic.asset), reason);
}

/** A file beside the pages, or one that only the state names. */
export function judgeOther(path: string, kind: ChangeKind, context: Context): void {
  const { state } = context;
  addUsers('source', path, { ...context, reason: 'include' });
  addNaming(path, 'include', context);
  // A page bundle hands everything in its folder to its page.
  const bundle = state.pages.get(`${folderOf(path)}/index.md`);
  if (bundle !== undefined) judgeText(bundle, { kind: 'include', via: path }, context);
  if (isDocumented(path, context)) judgeAutodoc(path, kind, context);
}

/** Whether API documentation was made from the file, or from one like it in its folder. */
function isDocumented(path: string, { state }: Context): boolean {
  const known = state.files.get(path);
  if (known !== undefined) return known.autodoc;
  const ending = endingOf(path);
  return [...state.files].some(
    ([file, { autodoc }]) => autodoc && endingOf(file) === ending && folderOf(path).startsWith(folderOf(file)),
  );
}

/** A file of the theme or of a package, outside the site. */
export function judgeExternal(path: string, kind: ChangeKind, context: Context): void {
  const name = templateNameOfExternal(path);
  if (name !== undefined) judgeTemplate(path, name, context);
  const asset = /\/assets\/(.+)$/.exec(path)?.[1];
  if (asset !== undefined) judgeAsset(path, asset, { ...context, kind });
  addUsers('external', path, { ...context, reason: 'include' });
  if (isDocumented(path, context)) judgeAutodoc(path, kind, context);
}

function addUsers(kind: NodeKind, name: string, context: Context & { readonly reason: ReasonKind }): void {
  for (const page of usersOf(kind, name, context))
    judgeText(page, { kind: page.kind === 'virtual' ? 'autodoc' : context.reason, via: name }, context);
}

/** What pages read of the disk by name: the file, the folder that lists it. */
export function judgeFile(path: string, kind: ChangeKind, { touch }: Context): void {
  const reason = { kind: 'file', via: path } as const;
  touch([topic.file(path)], reason);
  if (kind !== 'modified') touch([topic.listing(folderOf(path) || '.')], reason);
}
