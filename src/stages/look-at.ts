import { lookExactly } from '../disk/look.ts';
import type { BigIntStats } from '../disk/node.ts';
import { ifPresent } from '../disk/outcome.ts';

/**
 * What stands at a path, without following a link; `undefined` when nothing does, or nobody can tell: a part of the path
 * may be a file, or closed to us. Whoever goes on to read it then gets the reason.
 */
export function lookAtPath(path: string): BigIntStats | undefined {
  try {
    return ifPresent(lookExactly(path));
  } catch {
    return undefined;
  }
}
