import { partsOfData, templateNameOfExternal } from '../changes/layout.ts';
import type { NodeKind } from '../graph/model.ts';
import { SHOWS } from '../mentions/needles.ts';
import { judgeAutodoc } from './autodoc-rules.ts';
import { addOutputs, usersOf, type ChangeKind, type Context } from './context.ts';
import type { ReasonKind } from './reason.ts';

/** A template of the site or of a theme in it. */
export function judgeTemplate(path: string, name: string, context: Context & { kind: ChangeKind }): void {
  const { found, graph } = context;
  const isShortcode = name.startsWith('shortcodes/');
  if (context.kind === 'added' && graph.find('template', name) === undefined && !isShortcode) {
    found.doubt({ kind: 'new-template', detail: `${path} is new: pages may pick it up by its name` });
    return;
  }
  const users = addUsers('template', name, { ...context, reason: 'template', via: path });
  // The record of a documentation page can name nothing at all; then any template may be one of its own.
  for (const page of context.state.pages.values())
    if (page.kind === 'virtual' && page.inputs.every(({ type }) => type === 'config' || type === 'virtual'))
      found.page(page, { kind: 'template', via: path });
  addNaming(path, 'template', context);
  if (users === 0 && isShortcode && !context.namedByPages.has(path)) {
    found.doubt({
      kind: 'unknown-consumer',
      detail: `${path} was ${context.kind}, and Bengal does not record which pages use a shortcode`,
    });
  }
}

/** Pages whose source names the file. */
function addNaming(path: string, kind: ReasonKind, { namedByPages, state, found }: Context): void {
  for (const key of namedByPages.get(path) ?? []) {
    const page = state.pages.get(key);
    if (page !== undefined) found.page(page, { kind, via: path });
  }
}

/** Bengal records who reads `data/NAME.yaml`. Who reads a file in a folder there, or one that was not there, it does not. */
export function judgeData(path: string, kind: ChangeKind, context: Context): void {
  const users = addUsers('source', path, { ...context, reason: 'data', via: path });
  addNaming(path, 'data', context);
  const parts = partsOfData(path);
  if (users > 0 && kind !== 'added' && parts.length === 1) return;
  // A page that goes through a folder of data reads its other files too.
  if (kind !== 'modified')
    for (const sibling of siblingsOf(path, context))
      addUsers('source', sibling, { ...context, reason: 'data', via: path });
  const templates = context.dataTemplates(parts);
  const isOwn = parts.some((part) => context.behaviour.ownData.includes(part));
  const readers = templates === 'unknown' ? [] : templates;
  const counts = readers.map((name) => addUsers('template', name, { ...context, reason: 'data', via: path }));
  // A template of which nobody knows the pages can be that of a shortcode.
  const stray = readers.find((_, at) => counts[at] === 0);
  if (!isOwn && templates !== 'unknown' && stray === undefined) return;
  context.found.doubt({
    kind: 'unknown-consumer',
    detail: `${path} was ${kind}, and nobody recorded which pages read it: ${whoReads(isOwn, stray)}`,
  });
}

/** Other data files that the state knows in the same folder below `data/`, or deeper. */
function siblingsOf(path: string, { graph }: Context): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (folder.split('/').length <= 2) return [];
  const known = [...graph.ofKind('data'), ...graph.ofKind('source')].map((id) => graph.nameOf(id));
  return known.filter((name) => name.startsWith(folder));
}

function whoReads(isOwn: boolean, stray: string | undefined): string {
  if (isOwn) return 'Bengal does so by itself';
  return stray === undefined ? 'a theme that is not on this machine may do so' : `${stray} may do so for any page`;
}

/** An asset of the site: its name in the output carries a fingerprint, which stands in whatever refers to it. */
export function judgeAsset(path: string, kind: ChangeKind, context: Context): void {
  const outputs = context.assetOutputs.get(path);
  if (/(?:^|\/)icons\/.*\.svg$/i.test(path)) {
    const detail = `${path} was ${kind}, and icons are written into the pages themselves`;
    context.found.doubt({ kind: 'asset-changed', detail });
    return;
  }
  if (outputs === undefined || (kind !== 'modified' && /\.(?:css|js|mjs|scss|sass|less)$/i.test(path))) {
    context.found.doubt({
      kind: 'asset-changed',
      detail: `${path} was ${kind}: it may be bundled into style sheets or scripts that every page names`,
    });
    return;
  }
  for (const output of outputs) addReferrers(output, path, context);
}

/** Pages that name the asset, or a style sheet that names it, and so on: each gets another fingerprint. */
function addReferrers(output: string, path: string, context: Context): void {
  const seen = new Set([output]);
  for (const file of seen) {
    const referrers = context.site.mentioning(file, SHOWS.link);
    addOutputs(referrers, { kind: 'asset', via: path, ...(file === output ? {} : { through: [file] }) }, context);
    for (const referrer of referrers) if (referrer.endsWith('.css')) seen.add(referrer);
  }
}

/** A file beside the pages, or one that only the state names. */
export function judgeOther(path: string, kind: ChangeKind, context: Context): void {
  const users = addUsers('source', path, { ...context, reason: 'include', via: path });
  addNaming(path, 'include', context);
  // A page bundle hands everything in its folder to its page.
  const bundle = context.state.pages.get(`${path.slice(0, path.lastIndexOf('/'))}/index.md`);
  if (bundle !== undefined) context.found.page(bundle, { kind: 'include', via: path });
  if (users === 0 && !context.namedByPages.has(path) && !judgeAutodoc(path, kind, context)) {
    context.found.doubt({
      kind: 'unknown-consumer',
      detail: `${path} was ${kind}, and nobody recorded which pages read it`,
    });
  }
}

/** A file of the theme or of a package, outside the site. */
export function judgeExternal(path: string, kind: ChangeKind, context: Context): void {
  const template = templateNameOfExternal(path);
  if (template !== undefined) addUsers('template', template, { ...context, reason: 'template', via: path });
  addNaming(path, 'template', context);
  const users = addUsers('external', path, { ...context, reason: 'include', via: path });
  if (users === 0 && template === undefined) {
    context.found.doubt({
      kind: 'unknown-consumer',
      detail: `${path} was ${kind}, and nobody recorded which pages use it`,
    });
  }
}

/** Returns how many pages use the node. */
function addUsers(kind: NodeKind, name: string, context: Context & { reason: ReasonKind; via: string }): number {
  const users = usersOf(kind, name, context);
  const through = kind === 'template' && name !== context.via ? { through: [name] } : {};
  for (const page of users) {
    const reason = page.kind === 'virtual' && context.reason === 'include' ? 'autodoc' : context.reason;
    context.found.page(page, { kind: reason, via: context.via, ...through });
  }
  return users.length;
}
