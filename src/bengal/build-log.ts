import { join } from 'node:path';
import { asFiniteNumber, asString, field, type JsonValue } from '../core/json.ts';
import { below, sitePath, toPosix } from '../core/paths.ts';
import { readHead } from '../disk/read-head.ts';
import { troubleText } from './trouble-text.ts';

/** What the log of the last build says of pages that Bengal failed on. Bengal exits with 0 all the same. */
export interface BuildLog {
  /** In the order of the log; a page may be named more than once. */
  readonly failures: readonly LoggedFailure[];
  /** Bengal's limit of time passed, and it left out what was not done by then. It does not say which pages. */
  readonly deadlines: readonly LoggedDeadline[];
  /** The pages of which Bengal wrote that their text could not be parsed, without naming them. */
  readonly unnamed: readonly string[];
}

export interface LoggedFailure {
  /** Site path of the page's source, or the name that Bengal has for it. */
  readonly page: string;
  readonly how: 'not-parsed' | 'not-rendered';
  /** Bengal's own words, in one line. */
  readonly message: string;
}

export interface LoggedDeadline {
  /** What Bengal was at, such as `Render`. */
  readonly scope: string;
  /** How many pieces of work were left. */
  readonly remaining: number;
}

export const BUILD_LOG_PATH = '.bengal/logs/build.log';

export const EMPTY_LOG: BuildLog = { failures: [], deadlines: [], unnamed: [] };

/** Bengal logs a line for what is wrong, and quotes sources: more than this is no log of a build that went well enough. */
const MOST_BYTES = 8 * 1024 * 1024;
const LONGEST_LINE = 64 * 1024;
const LONGEST_NAME = 4096;
const MOST_ENTRIES = 10_000;

/** Reads the log of the last build; empty where there is none, or none that can be read. Never throws. */
export function readBuildLog(site: string): BuildLog {
  const found = readHead(join(site, BUILD_LOG_PATH), MOST_BYTES);
  return found.kind === 'present' ? parseBuildLog(found.value.toString('utf8'), toPosix(site)) : EMPTY_LOG;
}

/** Bengal's event -> what it means for a page, and which fields of its context may name it. */
const FAILURES: Readonly<Record<string, { readonly how: LoggedFailure['how']; readonly named: readonly string[] }>> = {
  parsing_failed: { how: 'not-parsed', named: ['page'] },
  page_rendering_error: { how: 'not-rendered', named: ['page', 'source_path', 'page_source', 'path'] },
};
const DEADLINE = 'work_scope_deadline_expired';
/** Three events, by which method of the parser failed. Bengal then writes its message into the page. */
const PARSER_EVENT = /^patitas_parsing_error(?:_with_toc)?(?:_and_context|_with_context)?$/;

/** One JSON object a line. Whatever is no entry of Bengal's is passed over. Pure. */
export function parseBuildLog(text: string, root: string): BuildLog {
  const failures: LoggedFailure[] = [];
  const deadlines: LoggedDeadline[] = [];
  const unnamed: string[] = [];
  for (const line of text.split('\n')) {
    if (failures.length + deadlines.length + unnamed.length >= MOST_ENTRIES) break;
    const entry = line.length > LONGEST_LINE ? undefined : entryOf(line);
    const event = asString(field(entry, 'event_type')) ?? asString(field(entry, 'message')) ?? '';
    const context = field(entry, 'context');
    const message = troubleText(asString(field(context, 'error')) ?? '', root);
    const kind = Object.hasOwn(FAILURES, event) ? FAILURES[event] : undefined;
    const page = kind && pageOf(context, kind.named, root);
    if (kind !== undefined && page !== undefined) failures.push({ page, how: kind.how, message });
    if (event === DEADLINE) deadlines.push(deadlineOf(context, root));
    if (PARSER_EVENT.test(event)) unnamed.push(message);
  }
  return { failures, deadlines, unnamed };
}

function entryOf(line: string): JsonValue | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as JsonValue;
  } catch {
    // A line that was cut, or none of Bengal's.
    return undefined;
  }
}

/** Where Bengal lost the page's name, it writes `None`. */
function pageOf(context: JsonValue | undefined, names: readonly string[], root: string): string | undefined {
  for (const name of names) {
    const given = toPosix(asString(field(context, name)) ?? '');
    if (given === '' || given === 'None') continue;
    return (below(root, given) ?? sitePath(given) ?? given).slice(0, LONGEST_NAME);
  }
  return undefined;
}

function deadlineOf(context: JsonValue | undefined, root: string): LoggedDeadline {
  const remaining = asFiniteNumber(field(context, 'remaining')) ?? 0;
  return {
    scope: troubleText(asString(field(context, 'scope')) ?? '', root),
    remaining: Math.max(0, Math.trunc(remaining)),
  };
}
