import type { Read } from '../trace/trace.ts';

/** Longest name in the words for a read. */
const LONGEST = 120;

/** What a page took from elsewhere, to follow "shows": `the title of content/a.md`. */
export function describeRead({ kind, arguments: given }: Read): string {
  return wordsFor(kind, given).slice(0, LONGEST);
}

function wordsFor(kind: Read['kind'], given: readonly string[]): string {
  const [first = '', second = '', ...rest] = given;
  const path = [second, ...rest].join('.');
  switch (kind) {
    case 'has':
      return `whether there is ${path} of ${nameOf(first)}`;
    case 'attribute':
    case 'shape':
    case 'key':
    case 'contains':
    case 'keys':
    case 'truth':
      return `${path} of ${nameOf(first)}`;
    case 'front-matter':
    case 'param':
      return `${second === '*' ? 'all front matter' : second} of ${nameOf(first)}`;
    case 'config':
    case 'config-contains':
      return `the setting ${[first, second].filter((part) => part !== '').join('.')}`;
    case 'menu':
      return `the menu ${first}`;
    case 'template':
      return `the template ${first}`;
    case 'lookup':
      return `${second}(${rest.join(', ')}) of ${nameOf(first)}`;
    case 'query':
      return `the index ${first} (${path})`;
    case 'asset':
      return `the asset ${first}`;
    case 'file':
      return `the file ${first}`;
    case 'listing':
      return `the files in ${first}`;
    case 'exists':
      return `whether there is ${first}`;
    case 'environment':
      return `the environment variable ${first}`;
    case 'clock':
      return 'the time';
    case 'chance':
      return 'something that is drawn by chance';
    case 'root':
      return 'the folder of the site';
  }
}

/** Bengal's objects, as people know them. */
function nameOf(object: string): string {
  const [, kind = '', name = ''] = /^([a-z-]+):(.*)$/s.exec(object) ?? [];
  switch (kind) {
    case 'page':
    case 'page-snapshot':
      return name;
    case 'section':
    case 'section-snapshot':
      return `section ${name}`;
    default:
      return object === 'site' ? 'the site' : object;
  }
}
