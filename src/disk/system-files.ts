import { realpathSync } from './node.ts';

/** Whether a path leads to what looks like files and is none: reading it can fail, wait, or never end. */
export function isOfSystem(path: string): boolean {
  try {
    return /^\/(?:proc|sys|dev)(?:\/|$)/.test(realpathSync.native(path));
  } catch {
    // Nothing is there, or nobody may look.
    return false;
  }
}
