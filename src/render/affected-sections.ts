import type { AffectedPage } from '../affected/reason.ts';
import type { NodeKind } from '../graph/kinds.ts';
import { graphBuilder, nodesOf, type NodeId } from '../graph/model.ts';
import type { Scene } from './picture.ts';
import { kindOfCause } from './report-graph.ts';
import { countOfKind, sectionOf } from './sections.ts';

/** What is put together: its section as one node, or the only one of it by its own name. */
interface Section {
  readonly kind: NodeKind;
  readonly section: string;
  readonly only: string;
  size: number;
  missing: boolean;
}

/** Like the scene of pages one by one, but with one node for each section of pages and of causes. */
export function sectionScene(pages: readonly AffectedPage[]): Scene {
  const sections = new Map<string, Section>();
  const causes = new Map<string, Section>();
  const links = new Map<Section, Map<Section, Set<string>>>();
  const sectionFor = (kind: NodeKind, name: string): Section => {
    const section = sectionOf(kind, name) ?? name;
    const known = sections.get(`${kind} ${section}`) ?? { kind, section, only: name, size: 0, missing: false };
    sections.set(`${kind} ${section}`, known);
    known.size++;
    return known;
  };
  const causeFor = (kind: NodeKind, via: string): Section => {
    const cause = causes.get(`${kind} ${via}`) ?? sectionFor(kind, via);
    causes.set(`${kind} ${via}`, cause);
    return cause;
  };
  for (const { url, reasons } of pages) {
    const page = sectionFor('page', url);
    const used = links.get(page) ?? new Map<Section, Set<string>>();
    links.set(page, used);
    for (const { kind, via } of reasons) {
      if (kind === 'output-missing') page.missing = true;
      const cause = causeFor(kindOfCause(kind), via);
      used.set(cause, (used.get(cause) ?? new Set()).add(kind));
    }
  }
  return drawSections(sections.values(), links);
}

function drawSections(
  sections: Iterable<Section>,
  links: ReadonlyMap<Section, ReadonlyMap<Section, ReadonlySet<string>>>,
): Scene {
  const builder = graphBuilder();
  const nodes = new Map<Section, NodeId>();
  const sectionOfNode = new Map<NodeId, Section>();
  for (const section of sections) {
    const { kind, size } = section;
    const id = builder.node(kind, size === 1 ? section.only : section.section, { members: size });
    nodes.set(section, id);
    sectionOfNode.set(id, section);
  }
  for (const [page, used] of links)
    for (const cause of used.keys()) {
      const [user, from] = [nodes.get(page), nodes.get(cause)];
      if (user !== undefined && from !== undefined) builder.depends(user, from);
    }
  const graph = builder.build();
  const wordsFor = (user: NodeId, used: NodeId): ReadonlySet<string> => {
    const [page, cause] = [sectionOfNode.get(user), sectionOfNode.get(used)];
    return (page && cause && links.get(page)?.get(cause)) ?? new Set();
  };
  return {
    graph,
    nodes: Array.from(nodesOf(graph)),
    statusOf: (id) => (sectionOfNode.get(id)?.missing === true ? 'missing' : 'stale'),
    isAffected: (id) => graph.kindOf(id) === 'page',
    isMarked: () => false,
    titleOf: (id) => {
      const size = sectionOfNode.get(id)?.size ?? 1;
      return size === 1 ? graph.nameOf(id) : `${graph.nameOf(id)}: ${countOfKind(graph.kindOf(id), size)}`;
    },
    wordFor: (user, { node }) => [...wordsFor(user, node)].join(', '),
  };
}
