import { join } from 'node:path';
import { sha256 } from '../core/digest.ts';
import { looksSecret } from '../core/secrets.ts';
import { isAbsolutePosix } from '../core/paths.ts';
import { lookExactly, lookThroughExactly } from '../disk/look.ts';
import { hashFile } from '../disk/hash-file.ts';
import { readFolder, readLink } from '../disk/read.ts';
import type { Read } from '../trace/trace.ts';
import { budgetOf, OUTSIDE_LIMITS, type Budget } from './budget.ts';

/** Answers to what pages asked of the disk and the environment. */
export type Looks = ReadonlyMap<string, string>;

export interface LookOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly reads: readonly Read[];
  /** Environment variables of this process. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** How a question is written in the manifest. */
export function lookQuestion({ kind, arguments: given }: Read): string {
  return [kind, ...given].join(' ');
}

/** The file, folder or variable that a question is about, for people. */
export function subjectOfLook(question: string): string {
  const asked = question.slice(question.indexOf(' ') + 1);
  return question.startsWith('exists ') ? asked.replace(/ \S+$/, '') : asked;
}

/**
 * Asks again what pages asked of the disk and the environment: the same question right after a build and before the
 * next one. A question without an answer here is one that nobody can answer.
 */
export function answerLooks({ site, reads, variables }: LookOptions): Map<string, string> {
  const budget = budgetOf(OUTSIDE_LIMITS);
  const answers = new Map<string, string>();
  for (const read of reads) {
    const answer = answerOf(read, { site, variables, budget });
    if (answer !== undefined) answers.set(lookQuestion(read), answer);
  }
  return answers;
}

/** Whether a read is such a question. */
export function isLook({ kind }: Read): boolean {
  return kind === 'file' || kind === 'listing' || kind === 'exists' || kind === 'environment';
}

interface Looking {
  readonly site: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly budget: Budget;
}

function answerOf({ kind, arguments: [name = '', method = ''] }: Read, looking: Looking): string | undefined {
  if (kind === 'environment') return variableNow(name, looking);
  const path = isAbsolutePosix(name) ? name : join(looking.site, name);
  try {
    if (kind === 'file') return fileNow(path, looking.budget);
    if (kind === 'listing') return listingNow(path, looking.budget);
    return kind === 'exists' ? entryNow(path, method) : undefined;
  } catch {
    // Why it cannot be read makes no difference: nobody can tell what is in it.
    return undefined;
  }
}

/** Nothing is kept of what looks like a secret, not even a digest, which could be guessed. */
function variableNow(name: string, { variables }: Looking): string | undefined {
  if (looksSecret(name)) return undefined;
  const value = variables[name];
  return value === undefined ? 'missing' : short(value);
}

function fileNow(path: string, budget: Budget): string | undefined {
  const entry = lookThroughExactly(path);
  if (entry.kind !== 'present') return entry.kind === 'absent' ? 'missing' : undefined;
  if (!entry.value.isFile() || !budget.spend(Number(entry.value.size))) return undefined;
  return short(hashFile(path));
}

function listingNow(path: string, budget: Budget): string | undefined {
  const folder = readFolder(path);
  if (folder.kind !== 'present') return folder.kind === 'absent' ? 'missing' : undefined;
  return budget.spend()
    ? short(
        folder.value
          .map(({ name }) => name)
          .sort()
          .join('\0'),
      )
    : undefined;
}

function entryNow(path: string, method: string): string | undefined {
  const entry = method === 'lstat' ? lookExactly(path) : lookThroughExactly(path);
  if (entry.kind !== 'present') return entry.kind === 'absent' ? 'missing' : undefined;
  const stat = entry.value;
  const what = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
  if (what === 'link') {
    const target = readLink(path);
    return target.kind === 'present' ? short(target.value) : undefined;
  }
  // The size and time of a folder change with what lies in it.
  return method === 'stat' && what === 'file' ? `${what} ${String(stat.size)} ${String(stat.mtimeNs)}` : what;
}

function short(text: string): string {
  return sha256(text).slice(0, 16);
}
