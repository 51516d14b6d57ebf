import { copyFile, link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { ClientLog } from './github-client-log.ts';

/**
 * The one path that is ever cached, relative to the workspace. Its spelling enters the version of the cache entry, so
 * it must be the same on every machine; and it is a plain name, since the client takes paths for glob patterns and
 * would store anything outside the workspace as `../..`. Only the single file that we carry lies inside, briefly.
 */
export const TRANSFER_FOLDER = '.bengal-cache-transfer';

const TRANSFER_FILE = 'entry';

/** Makes the transfer folder anew and empty. Throws when something that is no folder is in its place. */
export async function prepareTransfer(workspace: string): Promise<void> {
  const folder = join(workspace, TRANSFER_FOLDER);
  const present = await lstat(folder).catch(() => undefined);
  // A link (committed to the repository, say) would make us empty and fill a folder somewhere else.
  if (present !== undefined && !present.isDirectory())
    throw new Error(`${TRANSFER_FOLDER} in the workspace is not a folder`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
}

export async function removeTransfer(workspace: string): Promise<void> {
  await rm(join(workspace, TRANSFER_FOLDER), { recursive: true, force: true });
}

/** Puts a file into the transfer folder; yields its size in bytes. */
export async function loadTransfer(workspace: string, file: string): Promise<number> {
  const facts = await lstat(file);
  if (!facts.isFile()) throw new Error(`${file} is not a regular file`);
  const place = join(workspace, TRANSFER_FOLDER, TRANSFER_FILE);
  // A second name costs nothing; across file systems it takes a copy.
  await link(file, place).catch(() => copyFile(file, place));
  return facts.size;
}

/** Moves the restored file to `file`; yields what is wrong with it. The archive of the client may hold anything. */
export async function unloadTransfer(workspace: string, file: string): Promise<string | undefined> {
  const folder = join(workspace, TRANSFER_FOLDER);
  const place = join(folder, TRANSFER_FILE);
  const [folderFacts, fileFacts] = await Promise.all(
    [lstat(folder), lstat(place)].map((facts) => facts.catch(() => undefined)),
  );
  if (folderFacts?.isDirectory() !== true || fileFacts?.isFile() !== true)
    return 'the entry does not hold the one file it should';
  const partial = `${file}.${randomUUID()}.part`;
  try {
    await rename(place, file).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(place, partial);
      await rename(partial, file);
    });
    return undefined;
  } finally {
    await rm(partial, { force: true });
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes the folders `<temp>/<uuid>` that a call of the client made and left, with their `manifest.txt` or a broken
 * download. Only folders that its own log names are touched: others there may belong to other steps.
 */
export async function removeLeftovers(temp: string, log: ClientLog): Promise<void> {
  for (const note of log.notes) {
    const archive = /^Archive path: (.+)$/i.exec(note)?.[1];
    if (archive === undefined) continue;
    const folder = resolve(dirname(archive));
    if (dirname(folder) !== resolve(temp) || !UUID.test(basename(folder))) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
