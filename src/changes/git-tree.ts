import type { Variables } from '../config/environment.ts';
import type { GitHash } from '../core/digest.ts';
import { lookExactly } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { runGit } from './run-git.ts';

/** What git knows of files without reading them. */
export type GitTree =
  | {
      readonly kind: 'read';
      readonly algorithm: GitHash;
      /** Path relative to the site -> blob id, only of files that hold the stored bytes, unconverted and unedited. */
      readonly ids: ReadonlyMap<string, string>;
      /** When git last noted how files look, in nanoseconds since 1970. What was touched later may have been edited. */
      readonly indexedNs: bigint;
    }
  /** Nothing that git says can be relied upon; the files have to be read. */
  | { readonly kind: 'unusable'; readonly why: string };

export interface GitTreeOptions {
  /** Site root, absolute. */
  readonly site: string;
  /** Files and folders to ask for, relative to the site; `../` leads to the rest of the repository. */
  readonly paths: readonly string[];
  readonly variables: Variables;
  readonly timeoutMs?: number;
}

/** With one of these, a checkout may hold other bytes than the stored ones and count as unedited all the same. */
const UNCONVERTED = ['!text', '-text'].map((text) => `${text} !filter !eol !crlf !ident !working-tree-encoding`);

/**
 * Asks the index of the repository that the site lies in, which is as good as reading every file, and much faster. Where
 * git has to look into a file itself, it must not run the filters that the repository names; submodules are left alone.
 */
export function readGitTree(options: GitTreeOptions): GitTree {
  const call = { folder: options.site, ...options };
  const config = runGit(call, [
    ...['config', '--null', '--get-regexp'],
    String.raw`^(core\.autocrlf|filter\..*\.(clean|smudge|process|required))$`,
  ]);
  // Status 1: nothing of it is set.
  if (config.status !== 0 && config.status !== 1) return { kind: 'unusable', why: config.why };
  const filters = neutralFilters(config.stdout);
  if (typeof filters === 'string') return { kind: 'unusable', why: filters };
  const listed = runGit(call, [
    ...filters,
    ...['ls-files', '-z', '--stage', '-v', '--cached', '--modified', '--'],
    ...options.paths.flatMap((path) => UNCONVERTED.map((attributes) => `:(literal,attr:${attributes})${path}`)),
  ]);
  if (listed.status !== 0) return { kind: 'unusable', why: listed.why };
  const index = runGit(call, ['rev-parse', '--path-format=absolute', '--git-path', 'index']);
  const stat = ifPresent(lookExactly(index.stdout.replace(/\r?\n$/, '')));
  if (index.status !== 0 || stat === undefined) return { kind: 'unusable', why: 'git has no index here' };
  return parseListing(listed.stdout, stat.mtimeNs);
}

/** Settings that switch every configured filter off, or why that cannot be done. */
function neutralFilters(config: string): readonly string[] | string {
  const switches = new Set<string>();
  for (const entry of config.split('\0')) {
    // A name without a value stands for true.
    const [name = '', value = 'true'] = entry.split(/\n(.*)/s);
    if (name === 'core.autocrlf' && !/^(?:false|no|off|0|)$/i.test(value))
      return 'git converts line ends in this checkout (core.autocrlf)';
    if (!name.startsWith('filter.')) continue;
    if (name.includes('=')) return 'the name of a git filter cannot be written on a command line';
    const filter = name.slice(0, name.lastIndexOf('.'));
    for (const key of ['clean=', 'smudge=', 'process=', 'required=false']) switches.add(`${filter}.${key}`);
  }
  return [...switches].flatMap((setting) => ['-c', setting]);
}

/** One entry of the index: tag, mode, id, stage, path. An edited file comes a second time, with another tag. */
const ENTRY = /^([A-Za-z?]) (\d{6}) ([0-9a-f]{40}|[0-9a-f]{64}) (\d)\t(.+)$/s;

function parseListing(listing: string, indexedNs: bigint): GitTree {
  const ids = new Map<string, string>();
  const doubtful = new Set<string>();
  let algorithm: GitHash = 'sha1';
  for (const line of listing.split('\0')) {
    if (line === '') continue;
    const entry = ENTRY.exec(line);
    if (entry === null) return { kind: 'unusable', why: 'git listed its files in an unknown form' };
    const [, tag, mode = '', id = '', stage, path = ''] = entry;
    // Lower case: git was told not to look at the file. U+FFFD: not the name that the disk has.
    const sound = tag === 'H' && stage === '0' && mode.startsWith('100') && !path.includes('\ufffd');
    if (!sound) doubtful.add(path);
    if (id.length === 64) algorithm = 'sha256';
    ids.set(path, id);
  }
  for (const path of doubtful) ids.delete(path);
  return { kind: 'read', algorithm, ids, indexedNs };
}
