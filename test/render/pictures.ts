import fc from 'fast-check';
import { NODE_KINDS, NODE_STATUSES } from '../../src/graph/kinds.ts';
import { graphBuilder } from '../../src/graph/model.ts';
import { findStatuses } from '../../src/graph/status.ts';
import { fitPicture } from '../../src/render/fit.ts';
import { sceneOf, type Picture } from '../../src/render/picture.ts';
import { visibleText } from '../../src/render/visible.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

/** A picture in which everything that can have a name has this one. */
export function pictureSaying(name: string): Picture {
  const builder = graphBuilder();
  const file = builder.node('source', name, { hash: 'a'.repeat(64) });
  const page = builder.node('page', name);
  builder.depends(page, file, { kind: 'content' });
  for (const kind of ['template', 'tag', 'stage', 'function', 'external', 'config', 'data'] as const)
    builder.depends(page, builder.node(kind, name));
  builder.depends(builder.node('output', name), page);
  const graph = builder.build();
  const stale = { status: 'stale', causes: [file] } as const;
  const statuses = findStatuses(
    graph,
    () => ({ kind: 'same' }),
    (id) => (id === page ? stale : undefined),
  );
  const scene = sceneOf({ graph, statuses, affected: new Set([page]) });
  const picture = fitPicture({ ...scene, wordFor: () => visibleText(name) }, { mostNodes: 50, mostEdges: 50 });
  return { ...picture, nodes: picture.nodes.map((node) => ({ ...node, label: visibleText(name) })), notes: [name] };
}

/** Any picture that could be drawn, with any names. */
export const anyPicture: fc.Arbitrary<Picture> = fc
  .uniqueArray(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...HOSTILE_NAMES)), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((names) => {
    const index = fc.nat({ max: names.length - 1 });
    const node = (name: string): fc.Arbitrary<Picture['nodes'][number]> =>
      fc.record({
        ...{
          kind: fc.constantFrom(...NODE_KINDS),
          name: fc.constant(name),
          label: fc.constant(visibleText(name) || '-'),
        },
        ...{ status: fc.constantFrom(...NODE_STATUSES), affected: fc.boolean(), marked: fc.boolean() },
        members: fc.integer({ min: 1, max: 3 }),
      });
    const label = fc.constantFrom('', ...names.map(visibleText));
    return fc.record({
      nodes: fc.tuple(...names.map(node)),
      edges: fc.uniqueArray(fc.record({ from: index, to: index, label, hot: fc.boolean() }), {
        maxLength: 10,
        selector: ({ from, to }) => from * 100 + to,
      }),
      notes: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
    });
  });
