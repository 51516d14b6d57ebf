import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { roleOf, templateNameOfExternal, type SiteLayout } from '../changes/layout.ts';
import type { Mentions } from '../changes/mentions.ts';
import type { OutputCheck } from '../changes/outputs.ts';
import { unreachable } from '../core/never.ts';
import { isAbsolutePosix } from '../core/paths.ts';
import type { Graph, NodeKind } from '../graph/model.ts';
import { collector, type Collector } from './collector.ts';
import type { Affected, ReasonKind } from './reason.ts';
import { formsOf, siteWideOutputs } from './outputs.ts';

/** All that the rules look at. Plain data: finding out what is affected reads nothing. */
export interface AffectedInput {
  readonly state: BengalState;
  readonly graph: Graph;
  readonly changes: ChangeSet;
  readonly layout: SiteLayout;
  readonly outputs: OutputCheck;
  /** Changed pages whose front matter says the same as when it was recorded. */
  readonly bodyOnly: ReadonlySet<string>;
  readonly mentions: Mentions;
}

type ChangeKind = 'added' | 'modified' | 'deleted';

/** The pages whose HTML a full build would change. What is not known widens to all pages, with the doubt named. */
export function findAffected(input: AffectedInput): Affected {
  const found = collector();
  const owners = ownersOf(input.state);
  for (const doubt of input.state.doubts)
    found.doubt({ kind: 'state-incomplete', detail: `.bengal/${doubt.file} ${doubt.why}` });
  for (const kind of ['added', 'modified', 'deleted'] as const)
    for (const path of input.changes[kind]) judgeChange(path, kind, { ...input, found, owners });
  judgeUnverifiable(input, found);
  for (const output of input.outputs.missing) {
    const source = owners.get(output);
    if (source !== undefined) found.output(output, source, { kind: 'output-missing', via: output });
  }
  const { pages, because, tags, toRemove } = found.found();
  const all = because.length > 0;
  const nothing = !all && pages.length === 0 && toRemove.length === 0;
  return { all, because, pages, tags, toRemove, siteWide: nothing ? [] : siteWideOutputs(input.outputs.present) };
}

interface Context extends AffectedInput {
  readonly found: Collector;
  /** Output -> source of its page, `null` for pages without one. */
  readonly owners: ReadonlyMap<string, string | null>;
}

function judgeChange(path: string, kind: ChangeKind, context: Context): void {
  if (isAbsolutePosix(path)) {
    judgeExternal(path, kind, context);
    return;
  }
  const role = roleOf(path, context.layout);
  switch (role.kind) {
    case 'page':
      judgePage(path, kind, context);
      return;
    case 'template':
      judgeTemplate(path, role.name, { ...context, kind });
      return;
    case 'data':
      judgeData(path, kind, context);
      return;
    case 'asset':
      context.found.doubt({
        kind: 'asset-changed',
        detail: `${path} was ${kind}: pages may name it with its fingerprint`,
      });
      return;
    case 'site-wide':
      context.found.doubt({ kind: 'site-wide-file-changed', detail: `${path} was ${kind}, and every page may use it` });
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

/** A file of the theme or of a package, outside the site. */
function judgeExternal(path: string, kind: ChangeKind, context: Context): void {
  const template = templateNameOfExternal(path);
  if (template !== undefined) addDependents('template', template, { ...context, reason: 'template', via: path });
  const users = addDependents('external', path, { ...context, reason: 'include', via: path });
  if (users === 0 && template === undefined) {
    context.found.doubt({
      kind: 'unknown-consumer',
      detail: `${path} was ${kind}, and nobody recorded which pages use it`,
    });
  }
}

function judgeUnverifiable(input: AffectedInput, found: Collector): void {
  // No page is made from a static file.
  const inputs = input.changes.unverifiable.filter((path) => roleOf(path, input.layout).kind !== 'static');
  const [example] = inputs;
  if (example === undefined) return;
  found.doubt({
    kind: 'input-unverifiable',
    detail: `${String(inputs.length)} inputs cannot be checked, such as ${example}: not on this machine, or never recorded (bengal-version vouches for Bengal's own files)`,
  });
}

function judgePage(path: string, kind: ChangeKind, context: Context): void {
  const { found, state } = context;
  const page = state.pages.get(path);
  if (kind === 'added' || page === undefined) {
    found.output(outputOfNewPage(path, context.layout), path, { kind: 'added', via: path });
    found.doubt({
      kind: 'structure-changed',
      detail: `${path} is new: lists, neighbours and menus of other pages may show it`,
    });
    return;
  }
  if (kind === 'deleted') {
    for (const output of page.outputs)
      for (const file of formsOf(output)) if (context.outputs.present.has(file)) found.remove(file);
    found.page(page, { kind: 'content', via: path });
    found.doubt({
      kind: 'structure-changed',
      detail: `${path} is gone: lists, neighbours and menus of other pages may still show it`,
    });
    return;
  }
  judgeEdit(path, page, context);
}

function judgeEdit(path: string, page: RecordedPage, context: Context): void {
  const { found, state, graph } = context;
  found.page(page, { kind: 'content', via: path });
  for (const slug of page.tags) found.tag(slug);
  if (!context.bodyOnly.has(path)) {
    found.doubt({
      kind: 'front-matter-changed',
      detail: `the front matter of ${path} differs or was not recorded: other pages may show its title, date or tags`,
    });
  }
  for (const dependent of dependentPages(graph, 'source', path)) {
    const user = state.pages.get(dependent);
    if (user !== undefined && user !== page)
      found.page(user, { kind: user.kind === 'content' ? 'cascade' : 'tag', via: path });
  }
  for (const output of page.outputs) {
    for (const other of context.mentions.get(output) ?? [])
      found.output(other, context.owners.get(other) ?? null, { kind: 'mention', via: path });
  }
}

function judgeTemplate(path: string, name: string, context: Context & { kind: ChangeKind }): void {
  const { found, graph } = context;
  if (context.kind === 'added' && graph.find('template', name) === undefined) {
    found.doubt({ kind: 'new-template', detail: `${path} is new: pages may pick it up by its name` });
    return;
  }
  addDependents('template', name, { ...context, reason: 'template', via: path });
}

function judgeData(path: string, kind: ChangeKind, context: Context): void {
  addDependents('source', path, { ...context, reason: 'data', via: path });
  if (kind === 'modified') return;
  // A page that goes through a whole folder of data reads its other files too.
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const id of context.graph.ofKind('source')) {
    const name = context.graph.nameOf(id);
    if (name.startsWith(folder)) addDependents('source', name, { ...context, reason: 'data', via: path });
  }
}

function judgeOther(path: string, kind: ChangeKind, context: Context): void {
  const users = addDependents('source', path, { ...context, reason: 'include', via: path });
  if (users > 0) return;
  context.found.doubt({
    kind: 'unknown-consumer',
    detail: `${path} was ${kind}, and nobody recorded which pages read it`,
  });
}

/** Returns how many pages use the node. */
function addDependents(kind: NodeKind, name: string, context: Context & { reason: ReasonKind; via: string }): number {
  const users = dependentPages(context.graph, kind, name);
  for (const key of users) {
    const page = context.state.pages.get(key);
    if (page !== undefined)
      context.found.page(page, {
        kind: page.kind === 'virtual' && context.reason === 'include' ? 'autodoc' : context.reason,
        via: context.via,
      });
  }
  return users.length;
}

function dependentPages(graph: Graph, kind: NodeKind, name: string): string[] {
  const node = graph.find(kind, name);
  if (node === undefined) return [];
  return graph.dependents(node).flatMap((id) => (graph.kindOf(id) === 'page' ? [graph.nameOf(id)] : []));
}

/** Output -> source of its page, `null` for pages without one. */
function ownersOf(state: BengalState): Map<string, string | null> {
  return new Map(
    [...state.pages.values()].flatMap((page) =>
      page.outputs.map((output) => [output, page.kind === 'content' ? page.key : null] as const),
    ),
  );
}

/** `content/a/b.md` is built to `a/b/index.html`, an index to its folder's. Settings may say otherwise: the site is in doubt then. */
function outputOfNewPage(path: string, layout: SiteLayout): string {
  const below = path.slice(layout.contentDir.length + 1).replace(/\.[^./]+$/, '');
  return /(^|\/)_?index$/.test(below) ? `${below.replace(/_?index$/, '')}index.html` : `${below}/index.html`;
}
