import { rmSync } from './node.ts';
import { reasonOf } from './outcome.ts';

/** `why` is a sentence without its full stop that names what is left. */
export type Removal = { readonly kind: 'gone' } | { readonly kind: 'left'; readonly why: string };

/**
 * Removes a file, or a folder with all that is in it; what is not there is gone. Never throws, so that a `finally` that
 * clears up does not take the place of what went before. A link is removed, never what it leads to.
 */
export function remove(path: string): Removal {
  try {
    rmSync(path, { recursive: true, force: true });
    return { kind: 'gone' };
  } catch (thrown) {
    return { kind: 'left', why: `${JSON.stringify(path)} cannot be removed: ${reasonOf(thrown)}` };
  }
}
