import { nameOfRef } from '../bengal/file-ref.ts';
import type { RecordedInput } from '../bengal/provenance.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import { graphBuilder, type Graph, type GraphBuilder, type NodeId } from './model.ts';

/** The dependency graph that a state records: inputs -> pages -> outputs, and pages -> tags -> tag pages. */
export function buildGraph(state: BengalState): Graph {
  const builder = graphBuilder();
  for (const page of state.pages.values()) addPage(builder, page);
  for (const [slug, members] of state.tags) {
    for (const member of members)
      if (state.pages.has(member)) builder.depends(builder.node('tag', slug), builder.node('page', member));
  }
  return builder.build();
}

function addPage(builder: GraphBuilder, page: RecordedPage): void {
  const node = builder.node('page', page.key);
  for (const output of page.outputs) builder.depends(builder.node('output', output), node);
  for (const input of page.inputs) {
    const used = inputNode(builder, input, page);
    if (used !== undefined) builder.depends(node, used);
  }
  for (const name of page.templates) builder.depends(node, builder.node('template', name));
  for (const ref of page.files) {
    if (nameOfRef(ref).includes('.bengal/generated/')) continue;
    builder.depends(node, builder.node(ref.where === 'site' ? 'source' : 'external', nameOfRef(ref)));
  }
  if (page.kind === 'tag') for (const slug of page.tags) builder.depends(node, builder.node('tag', slug));
}

function inputNode(builder: GraphBuilder, input: RecordedInput, page: RecordedPage): NodeId | undefined {
  if (input.type.startsWith('cascade_')) return builder.node('source', input.path.replace(/^cascade:/, ''));
  switch (input.type) {
    case 'content':
      return page.kind === 'content' ? builder.node('source', input.path) : undefined;
    case 'template':
      return builder.node('template', input.path);
    case 'data':
    case 'autodoc_source':
    case 'cli_source':
      return builder.node('source', input.path);
    case 'asset':
      return builder.node('asset', input.path);
    case 'config':
      return builder.node('config', input.path);
    case 'taxonomy':
      return builder.node('tag', input.path.replace(/^tag:/, ''));
    default:
      // `virtual`, `generated` and `track` name the page itself, no file.
      return undefined;
  }
}
