import { posix } from 'node:path';
import { isWithin } from '../core/paths.ts';

/** Functions by which a template reads a file whose name it can put together. Bengal records nothing of it. */
const FUNCTIONS = [
  'read_file',
  'file_exists',
  'file_size',
  'image_dimensions',
  'image_data_uri',
  'data_table',
  'get_data',
  'get_data_file',
].join('|');
const WORD = new RegExp(`\\b(?:${FUNCTIONS})\\b`);
/** `client.get_data()` is another function. */
const USE = new RegExp(`(?<![.\\w])(?:${FUNCTIONS})\\b`);
/** A directive that runs code. */
const RUNS_CODE = '{marimo}';
/** The file that a directive of a page is made from. */
const TABLE = /\{data-table\}[ \t]*(\S*)/g;
const SOURCE = /:source:[ \t]*(\S*)/g;

/** Whether a text holds the name of such a function, be it in prose, or runs code. */
export function namesReader(text: string): boolean {
  return WORD.test(text) || text.includes(RUNS_CODE);
}

/** Whether a template reads files by their names, wherever they lie. */
export function templateReadsFiles(text: string): boolean {
  return expressionsOf(text).some((expression) => USE.test(expression));
}

/** Whether a page does, or may. What its directives read below `data/` and beside the pages is found by its name. */
export function pageReadsFiles(text: string, contentDir: string): boolean {
  const named = [
    ...[...text.matchAll(TABLE)].map(([, path = '']) => path),
    ...(text.includes('{glossary}') ? [...text.matchAll(SOURCE)].map(([, path = '']) => path) : []),
  ];
  const isElsewhere = (path: string): boolean => {
    const plain = posix.normalize(path.replaceAll(/["'`]/g, ''));
    return plain !== '.' && !isWithin('data', plain) && !isWithin(contentDir, plain);
  };
  return text.includes(RUNS_CODE) || named.some(isElsewhere) || templateReadsFiles(text);
}

/**
 * What stands between `{{` or `{%` and the last end of an expression before the next one begins: rather too much than
 * too little, since an expression can hold braces itself.
 */
export function expressionsOf(text: string): string[] {
  const [, ...pieces] = text.split(/\{[{%]/);
  return pieces.map((piece) => {
    const end = Math.max(piece.lastIndexOf('}}'), piece.lastIndexOf('%}'));
    return end < 0 ? piece : piece.slice(0, end);
  });
}
