import { consequencesOf, type Consequence } from './consequences.ts';
import type { Report } from './report.ts';
import { count, digits } from './words.ts';

/** A note that the platform shows on the run and, where it names a file, in the pull request. Plain text. */
export interface Annotation {
  readonly level: 'notice' | 'warning';
  readonly title: string;
  readonly message: string;
  /** Below the repository's root, POSIX. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** More of one level GitHub shows nowhere but in the log. */
export const MOST_ANNOTATIONS = 10;
/** GitHub cuts longer messages. */
const LONGEST_MESSAGE = 4096;
const SHOWN_PAGES = 5;

export interface AnnotationOptions {
  /** Site folder below the repository's root, POSIX; empty for the root itself. */
  readonly folder: string;
}

/** Files by how much they affect; the last note counts what is left out. A run that changed nothing has none. */
export function annotationsOf(report: Report, { folder }: AnnotationOptions): Annotation[] {
  const notices = consequencesOf(report).flatMap((each) => onFile(each, report, folder));
  const warnings = report.warnings.map((message) => warning(message));
  return [...atMost(notices, 'notice'), ...atMost(warnings, 'warning')].map(shorten);
}

/** A deleted file has no line to stand on, and a file outside the site none in the repository. */
function onFile({ file, change, pages }: Consequence, report: Report, folder: string): Annotation[] {
  if (change === 'deleted' || !isRelative(file)) return [];
  if (pages.length === 0) return [];
  const path = folder === '' ? file : `${folder}/${file}`;
  const edit = report.edits?.find((each) => each.path === file);
  const keys = edit?.keys ?? [];
  const what = keys.length === 0 ? '' : ` (changed: ${keys.map((key) => key.name).join(', ')})`;
  const line = keys.find((key) => key.line !== null)?.line ?? 1;
  const message = `Affects ${count(pages.length, 'page')}${what}: ${listed(pages.map((page) => page.url))}`;
  return [{ level: 'notice', title: 'Affected pages', message, file: path, line }];
}

function warning(message: string): Annotation {
  return { level: 'warning', title: 'Bengal Cache', message };
}

function isRelative(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}

/** `/a/, /b/ and 3 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_PAGES).join(', ');
  return names.length <= SHOWN_PAGES ? shown : `${shown} and ${digits(names.length - SHOWN_PAGES)} more`;
}

function atMost(annotations: readonly Annotation[], level: Annotation['level']): Annotation[] {
  if (annotations.length <= MOST_ANNOTATIONS) return [...annotations];
  const shown = annotations.slice(0, MOST_ANNOTATIONS - 1);
  const left = annotations.length - shown.length;
  const message = `${digits(left)} more ${level === 'warning' ? 'warnings' : 'files with affected pages'} are in the job summary and in the report`;
  return [...shown, { level, title: 'Bengal Cache', message }];
}

function shorten(annotation: Annotation): Annotation {
  const { message } = annotation;
  return message.length <= LONGEST_MESSAGE
    ? annotation
    : { ...annotation, message: `${message.slice(0, LONGEST_MESSAGE - 1)}…` };
}
