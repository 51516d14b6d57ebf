import { join } from 'node:path';
import { look } from '../disk/look.ts';

/** Whether every folder above `path` is a real one, as far as it exists. What lies behind a link is not the site's. */
export function hasPlainParents(folder: string, path: string): boolean {
  const segments = path.split('/');
  for (let depth = 1; depth < segments.length; depth++) {
    const parent = look(join(folder, ...segments.slice(0, depth)));
    if (parent.kind === 'absent') return true;
    if (parent.kind === 'unreadable' || !parent.value.isDirectory()) return false;
  }
  return true;
}
