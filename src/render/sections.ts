import type { NodeKind } from '../graph/kinds.ts';

/** Top folders that say nothing about where in the site something is. */
const ROOTS = new Set(['content', 'templates', 'data', 'assets', 'static', 'themes', '.bengal', 'public']);

/**
 * The part of the site that a node belongs to, as a name for all of that part; `undefined` for what stands for itself.
 * Of files and pages the first folder, below `content` and its like the first two; of URLs the first folder.
 */
export function sectionOf(kind: NodeKind, name: string): string | undefined {
  switch (kind) {
    case 'config':
    case 'stage':
      return undefined;
    case 'tag':
      return 'all tags';
    case 'function':
      return `${name.replace(/\(.*$/s, '')}(…)`;
    case 'external':
      return sectionOfExternal(name);
    case 'page':
    case 'output':
    case 'source':
    case 'template':
    case 'data':
    case 'asset':
      return sectionOfPath(name);
  }
}

function sectionOfPath(name: string): string {
  if (name.startsWith('/')) return name.slice(0, name.indexOf('/', 1) + 1) || '/';
  const [, tag] = /^\.bengal\/generated\/tags\/([^/]+)\/page_\d+\//.exec(name) ?? [];
  if (tag !== undefined) return `list of tag ${tag}`;
  const folders = name.split('/').slice(0, -1);
  const depth = ROOTS.has(folders[0] ?? '') ? 2 : 1;
  return folders.length === 0 ? 'top folder' : `${folders.slice(0, depth).join('/')}/`;
}

function sectionOfExternal(name: string): string {
  const [, inPackage] = /\/(?:site|dist)-packages\/([^/]+)\//.exec(name) ?? [];
  return inPackage === undefined ? 'outside of the site' : `package ${inPackage}`;
}

/** `1 page`, `3 tags`: how many of a kind. */
export function countOfKind(kind: NodeKind, number: number): string {
  const words: Readonly<Record<NodeKind, readonly [string, string]>> = {
    source: ['file', 'files'],
    template: ['template', 'templates'],
    data: ['data file', 'data files'],
    asset: ['asset', 'assets'],
    config: ['setting', 'settings'],
    tag: ['tag', 'tags'],
    page: ['page', 'pages'],
    output: ['output', 'outputs'],
    stage: ['stage', 'stages'],
    function: ['call', 'calls'],
    external: ['outside file', 'outside files'],
  };
  return `${number.toLocaleString('en-US')} ${words[kind][number === 1 ? 0 : 1]}`;
}
