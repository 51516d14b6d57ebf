/** The licence texts of the packages inside a bundle, as one text that depends on their contents alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { INSIDE_PACKAGES, type Inside } from './licences-inside.ts';

interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

interface BundledPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly spdx: string;
  readonly author: string;
}

const licenceFile = /^(licen[cs]e|copying|notice)([._-]|$)/i;
const ruler = '-'.repeat(80);

export function licencesOf(moduleIds: readonly string[], root: string): string {
  const sections = new Map<string, string>();
  for (const id of moduleIds) {
    const found = packageOf(id, root);
    if (found === undefined) continue;
    addSection(sections, `${found.name}@${found.version} (${found.spdx})`, () => textOf(found));
    for (const inside of INSIDE_PACKAGES.get(found.name) ?? []) addInside(sections, inside, found.name);
  }
  const texts = [...sections.keys()].sort().map((title) => sections.get(title));
  return `The files in this folder contain code of the following packages.\n\n${texts.join('\n')}`;
}

function addSection(sections: Map<string, string>, title: string, text: () => string): void {
  if (!sections.has(title)) sections.set(title, `${ruler}\n${title}\n${ruler}\n${text()}\n`);
}

function addInside(
  sections: Map<string, string>,
  { name, version, spdx, source, notice }: Inside,
  within: string,
): void {
  const title = `${within}, inside: ${name}${version === undefined ? '' : ` ${version}`} (${spdx})`;
  addSection(sections, title, () => `Source: ${source}\n\n${notice}`);
}

/** The package a module belongs to; `undefined` for our own modules and for Node's. */
function packageOf(moduleId: string, root: string): BundledPackage | undefined {
  // Helpers that the bundler writes into its output are modules without a file.
  if (moduleId.startsWith('\0rolldown/')) return readPackage(join(root, 'node_modules', 'rolldown'));
  if (!moduleId.includes(`${sep}node_modules${sep}`)) return undefined;
  for (let folder = dirname(moduleId); folder !== dirname(folder); folder = dirname(folder)) {
    const found = readPackage(folder);
    if (found !== undefined) return found;
  }
  throw new Error(`No package.json with a name and a version above ${moduleId}`);
}

/** Packages may hold further package.json files that only say which module system a folder uses: not those. */
function readPackage(folder: string): BundledPackage | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, 'package.json'), 'utf8');
  } catch {
    return undefined;
  }
  const { name, version, license, author } = JSON.parse(text) as PackageJson;
  if (name === undefined || version === undefined) return undefined;
  const authorName = typeof author === 'object' ? author.name : author;
  return { folder, name, version, spdx: license ?? 'licence not stated', author: authorName ?? 'author not stated' };
}

function textOf({ folder, author }: BundledPackage): string {
  const texts = readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .sort()
    .map((name) => normalize(readFileSync(join(folder, name), 'utf8')));
  return texts.length > 0 ? texts.join('\n\n') : `No licence file in the package. Author: ${author}`;
}

/** One kind of line end and no trailing space, so that git and editors leave the file alone. */
function normalize(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
