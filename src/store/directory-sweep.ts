import { randomUUID } from 'node:crypto';
import { lstat, readdir, rm } from '../disk/node-promises.ts';
import { join } from 'node:path';

const INCOMING = /^\.incoming-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Far longer than a job may take, so that no save is still at work in a folder as old as this: one day. */
const SAFE_AGE_MS = 24 * 60 * 60 * 1000;

/** Name of a folder in which an entry is prepared. */
export function incomingFolderName(): string {
  return `.incoming-${randomUUID()}`;
}

/** Removes what saves left that were killed. `now` is in milliseconds since 1970. Trouble here is nobody's concern. */
export async function sweepIncoming(root: string, now: number): Promise<void> {
  const names = await readdir(root).catch(() => []);
  for (const name of names.filter((each) => INCOMING.test(each))) {
    const folder = join(root, name);
    const facts = await lstat(folder).catch(() => undefined);
    if (facts === undefined || now - facts.mtimeMs < SAFE_AGE_MS) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
