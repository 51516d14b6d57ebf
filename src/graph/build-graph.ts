import { nameOfRef } from '../bengal/file-ref.ts';
import type { RecordedInput } from '../bengal/provenance.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import { templateNameOfExternal } from '../changes/layout.ts';
import { isWithin } from '../core/paths.ts';
import type { EdgeKind } from './kinds.ts';
import { graphBuilder, type Graph, type GraphBuilder, type NodeFacts, type NodeKind } from './model.ts';
import { templateNameOf } from './template-name.ts';

/** The dependency graph that a state records: inputs -> pages -> outputs, and pages -> tags -> tag pages. */
export function buildGraph(state: BengalState): Graph {
  const builder = graphBuilder();
  addState(builder, state);
  return builder.build();
}

/** Adds what a state records to a graph that holds other things too. */
export function addState(builder: GraphBuilder, state: BengalState): void {
  const now = timeOf(state);
  const add: Adder = {
    ...builder,
    node: (kind, name, facts) => builder.node(kind, name, facts === undefined ? now : { ...now, ...facts }),
  };
  for (const page of state.pages.values()) addPage(add, page);
  for (const [slug, members] of state.tags) {
    for (const member of members)
      if (state.pages.has(member)) add.depends(add.node('tag', slug), add.node('page', member), { kind: 'tag' });
  }
  addFiles(add, state);
}

type Adder = Pick<GraphBuilder, 'node' | 'depends'>;

/** When the build rendered; without that, when it ended. */
function timeOf({ lastBuildNs, lastBuild }: BengalState): NodeFacts {
  const recordedAt = lastBuildNs === undefined ? Date.parse(lastBuild ?? '') : Number(lastBuildNs / 1_000_000n);
  return Number.isNaN(recordedAt) ? {} : { recordedAt };
}

/** Files that some page names get their recorded hash, and a template the file of the site that holds it. */
function addFiles({ node, depends }: Adder, state: BengalState): void {
  const templates = new Set<string>();
  for (const page of state.pages.values()) for (const name of namesOfTemplates(page)) templates.add(name);
  for (const [name, file] of state.files) {
    const hash = [...file.hashes].sort((left, right) => right.length - left.length)[0];
    const template = templateNameOf(name);
    const held = template !== undefined && templates.has(template);
    if (!file.used && !held) continue;
    const id = node(
      file.ref.where === 'site' ? kindOfFile(name) : 'external',
      name,
      hash === undefined ? {} : { hash },
    );
    if (held) depends(node('template', template), id, { kind: 'file', hash });
  }
}

/** A page's key and a file's name tell what kind of file it is. */
export function kindOfFile(path: string): NodeKind {
  return isWithin('data', path) ? 'data' : 'source';
}

function namesOfTemplates({ templates, inputs }: RecordedPage): Set<string> {
  const names = new Set(templates);
  for (const { type, path } of inputs) if (type === 'template') names.add(path);
  return names;
}

function addPage({ node, depends }: Adder, page: RecordedPage): void {
  const [output] = page.outputs;
  const id = node('page', page.key, output === undefined ? {} : { output });
  for (const path of page.outputs) depends(node('output', path), id, { kind: 'writes' });
  for (const input of page.inputs) {
    const used = usedInput(input, page);
    if (used !== undefined) depends(id, node(used.kind, used.name), { kind: used.edge, hash: input.hash });
  }
  const templates = namesOfTemplates(page);
  const stated = new Set(page.inputs.flatMap(({ type, path }) => (type === 'template' ? [path] : [])));
  for (const name of templates) if (!stated.has(name)) depends(id, node('template', name), { kind: 'template' });
  for (const ref of page.files) {
    const name = nameOfRef(ref);
    if (name.includes('.bengal/generated/')) continue;
    const kind = ref.where === 'site' ? kindOfFile(name) : 'external';
    const file = node(kind, name);
    const template = ref.where === 'site' ? templateNameOf(name) : templateNameOfExternal(name);
    if (template !== undefined && templates.has(template)) depends(node('template', template), file, { kind: 'file' });
    depends(id, file, { kind: edgeToFile(name, kind, page) });
  }
  if (page.kind === 'tag') for (const slug of page.tags) depends(id, node('tag', slug), { kind: 'tag' });
}

function edgeToFile(name: string, kind: NodeKind, page: RecordedPage): EdgeKind {
  if (name === page.key) return 'content';
  if (kind === 'data') return 'data';
  return templateNameOf(name) === undefined ? 'include' : 'template';
}

interface Used {
  readonly kind: NodeKind;
  readonly name: string;
  readonly edge: EdgeKind;
}

function usedInput({ type, path }: RecordedInput, page: RecordedPage): Used | undefined {
  if (type.startsWith('cascade_')) return { kind: 'source', name: path.replace(/^cascade:/, ''), edge: 'cascade' };
  switch (type) {
    case 'content':
      return page.kind === 'content' ? { kind: kindOfFile(path), name: path, edge: 'content' } : undefined;
    case 'template':
      return { kind: 'template', name: path, edge: 'template' };
    case 'data':
      return { kind: kindOfFile(path), name: path, edge: 'data' };
    case 'autodoc_source':
    case 'cli_source':
      return { kind: kindOfFile(path), name: path, edge: 'autodoc' };
    case 'asset':
      return { kind: 'asset', name: path, edge: 'asset' };
    case 'config':
      return { kind: 'config', name: path, edge: 'config' };
    case 'taxonomy':
      return { kind: 'tag', name: path.replace(/^tag:/, ''), edge: 'tag' };
    default:
      // `virtual`, `generated` and `track` name the page itself, no file.
      return undefined;
  }
}
