import { basename, join, posix } from 'node:path';
import type { Behaviour } from '../bengal/behaviour.ts';
import { belongsToPackage, nameOfRef, type FileRef } from '../bengal/file-ref.ts';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededBytes, neededText } from '../disk/read.ts';
import type { ChangeSet } from './detect.ts';
import { expressionsOf, namesReader } from './file-readers.ts';
import { roleOf, templateNameOfExternal, type SiteLayout } from './layout.ts';
import { goesThroughData } from './template-uses.ts';

export interface InertOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly changes: Pick<ChangeSet, 'added' | 'modified' | 'deleted'>;
  /** Every source that is there, as a site path. */
  readonly sources: readonly string[];
  /** Files outside the site that the state names: of these, the templates can name files of the site. */
  readonly external: readonly FileRef[];
  readonly behaviour: Behaviour;
}

/** What lies beside a page. In prose this is a word like any other. */
const BUNDLE = /\bresources\b/;
/** Larger files are no text that a person wrote; they count as naming anything. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/**
 * Changed files that no build would read, with why: nothing leads to them but their name, and nobody names them. The
 * names are looked for in every source, as they are and without their ending, and so are the ways to reach a file
 * without naming it; where one of these is used, no file is inert.
 */
export function findInertFiles(options: InertOptions): Map<string, string> {
  const { changes, behaviour } = options;
  const candidates = [...changes.added, ...changes.modified, ...changes.deleted].filter((path) =>
    mayBeInert(path, options),
  );
  if (!behaviour.readsFilesByNameOnly || candidates.length === 0) return new Map();
  const texts = readTexts(options);
  if (texts === undefined) return new Map();
  const readsByAnyName = texts.some(({ path, text }) => readsFreely(path, text, options.layout));
  const isGoneThrough = texts.some(({ text }) => goesThroughData(text));
  const found = new Map<string, string>();
  for (const path of candidates) {
    const isData = roleOf(path, options.layout).kind === 'data';
    if (readsByAnyName || (isData && isGoneThrough)) continue;
    const names = namesOf(path, isData);
    if (isData && names.some((name) => behaviour.ownData.includes(name))) continue;
    if (texts.some((text) => text.path !== path && names.some((name) => text.text.includes(name)))) continue;
    found.set(path, `no source names ${basename(path)}, and nothing else would lead a build to it`);
  }
  return found;
}

function mayBeInert(path: string, { layout, sources }: InertOptions): boolean {
  switch (roleOf(path, layout).kind) {
    case 'static':
    case 'data':
      return true;
    case 'content-resource': {
      // Everything in the folder of an index.md belongs to its page.
      const bundle = `${posix.dirname(path)}/index.`;
      return !sources.some((source) => source.startsWith(bundle));
    }
    case 'page':
    case 'template':
    case 'asset':
    case 'config':
    case 'site-wide':
    case 'other':
      return false;
  }
}

/** What a source would have to say to lead to the file. Data is reached by its folders too. */
function namesOf(path: string, isData: boolean): string[] {
  const name = basename(path);
  const stem = name.replace(/(?<=.)\.[^.]*$/, '');
  const [, folder] = isData ? path.split('/') : [];
  const first = folder === undefined || folder === name ? [] : [folder];
  return [...new Set([stem, ...first].flatMap((text) => [text, encodeURI(text)]))];
}

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Every source as text; `undefined` when a template that may name anything is not on this machine. */
function readTexts({ site, sources, external }: InertOptions): SourceText[] | undefined {
  const texts: SourceText[] = [];
  for (const path of sources) {
    const text = readText(join(site, path));
    if (text === undefined) return undefined;
    texts.push({ path, text });
  }
  for (const ref of external) {
    const path = nameOfRef(ref);
    // What Bengal's own themes read is known.
    if (templateNameOfExternal(path) === undefined || belongsToPackage(ref, 'bengal')) continue;
    const text = readText(path);
    if (text === undefined) return undefined;
    texts.push({ path, text });
  }
  return texts;
}

function readText(path: string): string | undefined {
  const stat = ifPresent(look(path));
  if (stat?.isFile() !== true) return undefined;
  if (stat.size <= MAX_TEXT_BYTES) return neededText(path);
  // Pictures and the like are large too, and name nothing.
  const isBinary = neededBytes(path).subarray(0, 8192).includes(0);
  return isBinary ? '' : undefined;
}

function readsFreely(path: string, text: string, layout: SiteLayout): boolean {
  switch (roleOf(path, layout).kind) {
    case 'page':
      return namesReader(text) || expressionsOf(text).some((expression) => BUNDLE.test(expression));
    case 'template':
    case 'other':
      return namesReader(text) || BUNDLE.test(text);
    case 'content-resource':
    case 'data':
    case 'asset':
    case 'static':
    case 'config':
    case 'site-wide':
      return namesReader(text);
  }
}
