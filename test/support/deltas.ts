import { addressOf } from '../../src/delta/address.ts';
import type { ChangedOutput, Delta, VanishedPage } from '../../src/delta/delta.ts';
import type { PageChange } from '../../src/delta/page-change.ts';

const BASE = {
  kind: 'manifest' as const,
  name: 'the last build',
  commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
  recordedAt: '2026-11-21T08:00:00Z',
  event: 'push',
};

export function delta(overrides: Partial<Delta> = {}): Delta {
  return { schemaVersion: 1, base: BASE, files: [], unchanged: 393, vanished: [], ...overrides };
}

export function changedPage(name: string, changed: PageChange): ChangedOutput {
  return page(name, 'changed', { title: name, changed });
}

export function page(name: string, change: ChangedOutput['change'], told: ChangedOutput['page']): ChangedOutput {
  const path = `${name}/index.html`;
  return { path, change, kind: 'page', address: addressOf(path), noise: false, ...(told && { page: told }) };
}

/** So many pages of which the text is another one, and half as many of which only the navigation is. */
export function deltaOf(number: number): Delta {
  const files = Array.from({ length: number }, (_, index) => {
    const name = `guides/page-${String(index + 1)}`;
    if (index % 3 === 2) return changedPage(name, { parts: ['navigation'] });
    if (index % 5 === 4)
      return changedPage(name, { parts: ['title'], title: { before: 'Moor a boat', after: 'Moor a small boat' } });
    const text = {
      before: 'Take the rope ashore first.',
      after: 'Take the stern rope ashore first, then the bow rope.',
    };
    return changedPage(name, { parts: ['text'], text });
  });
  const more: ChangedOutput[] =
    number === 1
      ? []
      : [
          page('guides/knots', 'added', { title: 'Knots' }),
          page('guides/ropes', 'removed', { title: 'Ropes' }),
          { path: 'sitemap.xml', change: 'changed', kind: 'site-wide', address: '/sitemap.xml', noise: false },
          { path: 'about/index.html', change: 'changed', kind: 'page', address: '/about/', noise: true },
        ];
  const vanished: VanishedPage[] =
    number === 1
      ? []
      : [
          {
            path: 'guides/ropes/index.html',
            address: '/guides/ropes/',
            title: 'Ropes',
            movedTo: {
              path: 'guides/knots/index.html',
              address: '/guides/knots/',
              source: { path: 'content/guides/knots.md', line: 2 },
            },
            source: { path: 'content/guides/ropes.md', line: 1 },
            generated: false,
          },
        ];
  return delta({ files: [...files, ...more], vanished });
}

/** A delta in which every text and name is the given one. */
export function deltaSaying(text: string): Delta {
  const change = { before: text, after: `${text} now` };
  const source = { path: `content/${text}`, line: 1 };
  const path = `${text}/index.html`;
  return delta({
    base: { ...BASE, name: text, commit: text, recordedAt: text, event: text },
    files: [
      changedPage(text, { parts: ['title', 'text'], title: change, text: change }),
      changedPage(`${text}-nav`, { parts: ['navigation'] }),
      page(`${text}-new`, 'added', { title: text }),
      page(`${text}-old`, 'removed', { title: text }),
    ],
    vanished: [
      {
        path,
        address: addressOf(path),
        title: text,
        movedTo: { path, address: addressOf(path), source },
        source,
        generated: false,
      },
      { path, address: addressOf(path), title: text, source: null, generated: true },
    ],
  });
}
