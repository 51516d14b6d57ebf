import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reason } from '../../src/affected/reason.ts';
import { affectedPicture } from '../../src/render/affected-picture.ts';
import { affected, affectedPage, report } from '../support/reports.ts';

interface Site {
  readonly pages: number;
  readonly sections: number;
  readonly reason: (index: number) => Reason;
}

/** What is drawn of it, as `label` for each node and `from -> to` for each edge. */
function drawn({ pages, sections, reason }: Site): { nodes: string[]; edges: string[] } {
  const all = Array.from({ length: pages }, (_, index) => {
    const { kind, via } = reason(index);
    return affectedPage(`s${String(index % sections)}/p${String(index)}`, kind, via);
  });
  const { nodes, edges } = affectedPicture(report({ affected: affected({ pages: all }) }));
  const label = (index: number): string => nodes[index]?.label ?? '';
  return {
    nodes: nodes.map((node) => node.label),
    edges: edges.map(({ from, to, label: words }) => `${label(from)} -${words}-> ${label(to)}`),
  };
}

test('of very many pages sections are drawn with their numbers, and a cause that is alone by its name', () => {
  assert.deepEqual(
    drawn({ pages: 6000, sections: 3, reason: () => ({ kind: 'template', via: 'templates/base.html' }) }),
    {
      nodes: ['/s0/: 2,000 pages', '/s1/: 2,000 pages', '/s2/: 2,000 pages', 'templates/base.html'],
      edges: ['s0', 's1', 's2'].map((name) => `templates/base.html -template-> /${name}/: 2,000 pages`),
    },
  );
});

test('a cause of many pages counts once, and causes of one folder stand together', () => {
  const reason = (index: number): Reason => ({ kind: 'data', via: `data/${String(index % 7)}.yaml` });
  assert.deepEqual(drawn({ pages: 6000, sections: 1, reason }), {
    nodes: ['data/: 7 data files', '/s0/: 6,000 pages'],
    edges: ['data/: 7 data files -data-> /s0/: 6,000 pages'],
  });
});

test('very many sections end up as the same picture as few pages of as many sections do, but for the numbers', () => {
  const reason = (index: number): Reason => ({
    kind: index % 2 === 0 ? 'content' : 'linked',
    via: `content/s${String(index % 300)}/x.md`,
  });
  const [few, many] = [4800, 9600].map((pages) => drawn({ pages, sections: 300, reason }));
  const halved = (text: string): string =>
    text.replace(
      /([\d,]+) pages/g,
      (_, digits: string) => `${(Number(digits.replace(',', '')) / 2).toLocaleString('en-US')} pages`,
    );
  assert.deepEqual(many?.nodes.map(halved), few?.nodes);
  assert.deepEqual(many?.edges.map(halved), few?.edges);
});
