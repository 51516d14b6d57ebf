import { sep } from 'node:path';
import { create } from '@actions/glob';
import type { PatternSet } from './pattern.ts';

/** A set of patterns below one root, ready to be asked. Paths are absolute, as the system writes them. */
export interface Glob {
  /** The longest plain paths before the first special character: where a search has to begin. */
  readonly starts: readonly string[];
  /** Whether a file at this path belongs to the set. */
  matches(path: string): boolean;
  /** Whether a file below this folder may belong to the set. */
  mayHold(folder: string): boolean;
  /** Whether the n-th pattern names this path, whatever the others say. */
  names(index: number, path: string): boolean;
}

/**
 * Patterns as `@actions/glob` understands them, with our own walk: the library's walk asks the disk about one file at a
 * time, enters every folder, and prints debug commands to standard output, where the result of our command line belongs.
 */
export async function openGlob(root: string, patterns: PatternSet): Promise<Glob> {
  const prefix = escapePath(root.endsWith(sep) ? root.slice(0, -1) : root);
  // Each pattern twice: itself, and everything below it when it names a folder.
  const lines = patterns.flatMap(({ glob, excludes, folder }) =>
    [folder ? `${glob}/` : glob, `${glob}/**/*`].map((text) => `${excludes ? '!' : ''}${prefix}/${text}`),
  );
  const globber = await create(lines.join('\n'));
  const matchers = matchersOf(globber);
  if (matchers.length !== lines.length) throw new Error('@actions/glob dropped a pattern');
  for (const { minimatch } of matchers) for (const part of minimatch.set.flat()) tryOneWay(part);
  const pairs = patterns.map((_, index) => matchers.slice(2 * index, 2 * index + 2));
  const names = (index: number, path: string): boolean => pairs[index]?.some((pair) => isMatch(pair, path)) ?? false;
  const including = matchers.filter((matcher) => !matcher.negate);
  return {
    starts: globber.getSearchPaths(),
    names,
    matches: (path) =>
      patterns.reduce(
        (taken, { excludes }, index) => (taken === excludes && names(index, path) ? !excludes : taken),
        false,
      ),
    mayHold: (folder) => including.some((matcher) => matcher.partialMatch(folder)),
  };
}

/** What `@actions/glob` makes of one line. */
interface Matcher {
  readonly negate: boolean;
  /** Bits: 1 for a folder, 2 for a file. */
  match(path: string): number;
  partialMatch(path: string): boolean;
  /** What each part of a path has to fit. */
  readonly minimatch: { readonly set: readonly (readonly unknown[])[] };
}

/** What `*` is in the expressions of the library. */
const STAR = '[^/]*?';

/**
 * With many stars in one part of a path, the expression of the library tries every way to share a name out among them,
 * which takes years, and whoever writes a pattern may mean that. What stands between two stars has a fixed length, so the
 * first place where it fits is as good as any: groups that look ahead never come back to try another one.
 */
function tryOneWay(part: unknown): void {
  if (!(part instanceof RegExp)) return;
  const [head = '', ...rest] = part.source.split(STAR);
  const last = rest.pop();
  if (last === undefined || rest.length === 0 || Object.hasOwn(part, 'test')) return;
  const between = rest.map((piece, index) => `(?=(${STAR}${piece}))\\${String(index + 1)}`);
  const once = new RegExp(`${head}${between.join('')}${STAR}${last}`, part.flags);
  // As the library itself does it for the commonest patterns.
  Reflect.defineProperty(part, 'test', { value: (name: string) => once.test(name) });
}

const MATCHES_FILES = 2;

function isMatch(matcher: Matcher, path: string): boolean {
  return (matcher.match(path) & MATCHES_FILES) !== 0;
}

/** The library has no public way to ask about one path; a test holds this against its own walk. */
function matchersOf(globber: object): readonly Matcher[] {
  const { patterns } = globber as { patterns?: unknown };
  if (!Array.isArray(patterns) || !patterns.every(isMatcher))
    throw new Error('This version of @actions/glob keeps its patterns elsewhere');
  return patterns;
}

function isMatcher(value: unknown): value is Matcher {
  const { negate, match, partialMatch, minimatch } = value as Partial<Record<keyof Matcher, unknown>>;
  const { set } = (minimatch ?? {}) as { set?: unknown };
  const isSet = Array.isArray(set) && set.every(Array.isArray);
  return typeof negate === 'boolean' && typeof match === 'function' && typeof partialMatch === 'function' && isSet;
}

/** A path as a pattern in which no character is special. On Windows a backslash separates and cannot escape. */
export function escapePath(path: string): string {
  const slashed = sep === '\\' ? path : path.replaceAll('\\', '\\\\');
  return slashed.replace(/[[?*]/g, '[$&]');
}
