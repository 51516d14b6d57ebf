import type { SitePath } from '../core/paths.ts';
import type { ReportProblem } from './problem.ts';

/** One pattern in normal form: relative to the site, with `/`, without `.` and empty segments. */
export interface Pattern {
  /** As it was written, for messages. */
  readonly given: string;
  /** Syntax of `@actions/glob`; a folder stands for everything below it. */
  readonly glob: string;
  readonly excludes: boolean;
  /** It was written with a slash at the end: only a folder is meant. */
  readonly folder: boolean;
}

/** Patterns in their order: a later one overrides an earlier one. */
export type PatternSet = readonly Pattern[];

export interface OutputDeclaration {
  readonly patterns: PatternSet;
  /** Folders that were written with a slash at the end: they must exist, be they empty. */
  readonly folders: readonly SitePath[];
}

/** Folders that never hold inputs or outputs, at any depth: our own entries would change the key they belong to. */
export const NEVER_ENTERED: readonly string[] = ['.git', '.bengal'];

/** No path is longer on any system. */
const MOST_CHARACTERS = 4096;

export function parsePatterns(given: readonly string[], report: ReportProblem): PatternSet {
  const patterns = given.flatMap((text, index) => parsePattern(text, (problem) => report(problem, index)));
  if (patterns.length > 0 && patterns.every((pattern) => pattern.excludes))
    report('expected a pattern that includes something, got exclusions alone');
  return patterns;
}

export function parseOutputs(given: readonly string[], report: ReportProblem): OutputDeclaration {
  const patterns = parsePatterns(given, report);
  const folders = patterns.flatMap(({ given: text, glob, excludes, folder }): SitePath[] => {
    if (!folder || excludes) return [];
    if (!/[*?[\]\\]/.test(glob)) return [glob as SitePath];
    report(`expected a plain folder before the slash at the end, got ${JSON.stringify(text)}`, given.indexOf(text));
    return [];
  });
  return { patterns, folders };
}

/** One pattern, or none when it is reported. */
function parsePattern(text: string, report: ReportProblem): Pattern[] {
  const shown = JSON.stringify(text);
  const problem = (what: string, got = shown): Pattern[] => {
    report(`expected ${what}, got ${got}`);
    return [];
  };
  if (text.length > MOST_CHARACTERS)
    return problem(`a pattern of at most ${String(MOST_CHARACTERS)} characters`, `${shown.slice(0, 40)}...`);
  const [, marks = '', rest = ''] = /^([!\s]*)(.*)$/s.exec(text.trim()) ?? [];
  // eslint-disable-next-line no-control-regex -- line ends separate patterns, and none of the others is in an honest one
  if (/[\u0000-\u001f\u007f]/.test(rest)) return problem('a pattern on one line, without control characters');
  const slashed = toSlashes(rest);
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(slashed)) return problem('a pattern inside the site, relative to it');
  const segments = slashed.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.includes('..')) return problem('a pattern inside the site');
  if (segments.length === 0) return problem(rest === '' ? 'a pattern' : 'a pattern that names something in the site');
  const never = segments.find((segment) => NEVER_ENTERED.includes(segment));
  if (never !== undefined) return problem(`a pattern outside ${never}, which is never an input or output`);
  const excludes = (marks.match(/!/g)?.length ?? 0) % 2 === 1;
  return [{ given: text.trim(), glob: segments.join('/'), excludes, folder: slashed.endsWith('/') }];
}

/**
 * A backslash before an ordinary character can only be the separator of Windows: to escape such a character is
 * pointless. Before a special one it depends on the system, as in `@actions/glob`.
 */
function toSlashes(pattern: string): string {
  return pattern.replace(/\\(?=[\p{L}\p{N}._-])/gu, '/');
}
