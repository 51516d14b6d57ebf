import fc from 'fast-check';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Path below an output folder -> text. */
export type FileTree = ReadonlyMap<string, string>;

/** Lays a tree out in a folder that is empty then. */
export function layTree(folder: string, tree: FileTree): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const NAMES = ['a', 'b c', 'é', '#h', ';s', '-n', "q'uote", '$x', '%20', '[g]', 'page-1'];
const ENDS = ['index.html', 'index.json', 'index.txt', 'a.html', 'style.css', 'sitemap.xml', 'x y.png', '{p}'];
const TEXTS = ['', 'one', 'two', '<p>One. Two.</p>', '<title>T</title><h1>H</h1><nav>n</nav><p>One.</p>', '{"a":1}'];

const path = fc
  .tuple(fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }), fc.constantFrom(...ENDS))
  .map(([folders, end]) => [...folders, end].join('/'));

/** Small trees of outputs, with names that tools like to misread; no name is both a file and a folder. */
export const trees: fc.Arbitrary<FileTree> = fc
  .array(fc.tuple(path, fc.constantFrom(...TEXTS)), { maxLength: 12 })
  .map((entries) => new Map(entries));

/** Two trees that share much of what they hold. */
export const treePairs: fc.Arbitrary<readonly [before: FileTree, after: FileTree]> = fc
  .tuple(trees, trees, trees)
  .map(([shared, before, after]) => [new Map([...shared, ...before]), new Map([...shared, ...after])]);
