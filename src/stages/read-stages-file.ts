import { join } from 'node:path';
import { messageOf } from '../core/result.ts';
import { neededText } from '../disk/read.ts';
import { lookAtPath } from './look-at.ts';

export type StagesText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Bytes; a parser of YAML takes long over more. */
const MOST_BYTES = 1024n ** 2n;

/** The text of a file of stages. A repository may hold anything under that name: a link, a pipe, a gigabyte. */
export function readStagesText(root: string, file: string): StagesText {
  const path = join(root, file);
  const stat = lookAtPath(path);
  if (stat === undefined) return { kind: 'absent' };
  if (!stat.isFile()) return { kind: 'unreadable', why: 'it is no regular file' };
  if (stat.size > MOST_BYTES) return { kind: 'unreadable', why: 'it has more than a megabyte' };
  try {
    return { kind: 'text', text: neededText(path) };
  } catch (thrown) {
    return { kind: 'unreadable', why: messageOf(thrown) };
  }
}
