import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { nameOfRef } from '../bengal/file-ref.ts';
import type { RecordedFile } from '../bengal/recorded-file.ts';
import { sha256, type Sha256 } from '../core/digest.ts';
import { isWithin } from '../core/paths.ts';
import { sourceFolders, type SiteLayout } from './layout.ts';
import { walkFiles } from './walk-files.ts';

/** A file as it is now. */
export interface PresentFile {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint;
}

/** What the disk holds now of everything that feeds a build. */
export interface PresentTree {
  /** By site path: the source folders, and every other file that the state or the manifest names. */
  readonly sources: ReadonlyMap<string, PresentFile>;
  /** By recorded name: files outside the site. `undefined`: not on this machine. */
  readonly external: ReadonlyMap<string, PresentFile | undefined>;
  /** Symbolic links in the source folders. Bengal follows them, and we do not. */
  readonly links: readonly string[];
}

export interface PresentOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly recorded: Iterable<RecordedFile>;
  /** Further site paths to look at: the manifest's. */
  readonly alsoLookAt: Iterable<string>;
}

/** What a theme is developed with: Bengal looks at its assets, templates and static files alone. */
const THEME_TOOLS = /^themes\/[^/]+\/(?:node_modules|__pycache__)$/;

/**
 * Reads and hashes the sources. A modification time proves nothing here (a checkout sets all of them anew, and an edit
 * can keep size and time), and hashing a small file costs less than asking anybody else about it.
 */
export function readPresentTree(options: PresentOptions): PresentTree {
  const { site, layout } = options;
  const walked = walkSources(site, layout);
  const { links } = walked;
  const paths = new Set(walked.paths);
  const external = new Map<string, PresentFile | undefined>();
  const besideSite = new Set<string>();
  for (const { ref, autodoc } of options.recorded) {
    if (ref.where === 'site') paths.add(ref.path);
    if (ref.where === 'site' && autodoc) besideSite.add(ref.path);
    if (ref.where !== 'site') external.set(nameOfRef(ref), readPresentFile(ref.recorded));
  }
  for (const path of documentedSources(site, [...besideSite])) {
    paths.add(path);
    besideSite.add(path);
  }
  for (const path of options.alsoLookAt) paths.add(path);
  const sources = new Map<string, PresentFile>();
  for (const path of paths) {
    // Bengal names sources of its API documentation relative to the site's parent when they lie there.
    const file =
      readPresentFile(join(site, path)) ??
      (besideSite.has(path) ? readPresentFile(join(dirname(site), path)) : undefined);
    if (file !== undefined) sources.set(path, file);
  }
  return { sources, external, links };
}

/** Every regular file in the source folders, and every link there. */
export function walkSources(site: string, layout: SiteLayout): { readonly paths: string[]; readonly links: string[] } {
  const links: string[] = [];
  const skip = (path: string): boolean => isWithin(layout.outputDir, path) || THEME_TOOLS.test(path);
  const paths = sourceFolders(layout).flatMap<string>((folder) =>
    walkFiles(site, folder, { skip, onLink: (link) => links.push(link) }),
  );
  return { paths, links };
}

/** Files of the same kinds in the folders that API documentation was made from: a new module is a new page. */
function documentedSources(site: string, recorded: readonly string[]): string[] {
  const endings = new Set(recorded.map((path) => posix.extname(path)));
  const folders = [...new Set(recorded.map((path) => posix.dirname(path)))].filter((folder) => folder !== '.');
  const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && isWithin(other, folder)));
  return outermost.flatMap((folder) => {
    const base = [site, dirname(site)].find(
      (candidate) => lstatSync(join(candidate, folder), { throwIfNoEntry: false }) !== undefined,
    );
    return base === undefined ? [] : walkFiles(base, folder).filter((path) => endings.has(posix.extname(path)));
  });
}

/** `undefined` for what is no regular file. Symbolic links are not followed. */
export function readPresentFile(path: string): PresentFile | undefined {
  if (!posix.isAbsolute(path.replaceAll('\\', '/')) && !/^[A-Za-z]:/.test(path)) return undefined;
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat?.isFile() !== true) return undefined;
  return { sha256: sha256(readFileSync(path)), size: Number(stat.size), mtimeNs: stat.mtimeNs };
}
