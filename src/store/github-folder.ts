import { copyFile, link, lstat, mkdir, mkdtemp, rename, rm } from '../disk/node-promises.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ENTRY_NAME } from './github-calls.ts';
import { WORK_FOLDER } from './github-process.ts';

/** A folder for one call of the client: all that it writes lies inside. */
export interface ClientFolder {
  /** Absolute path of the client's working directory. */
  readonly work: string;
  /** Hands a file to the client; yields its size in bytes. */
  load(file: string): Promise<number>;
  /** Moves the entry that the client has unpacked to `file`; yields what is wrong with it. */
  unload(file: string): Promise<string | undefined>;
  /** What cannot be removed stays for the runner, which empties its folder for temporary files after each job. */
  remove(): Promise<void>;
}

/** `temp` is made when it does not exist. */
export async function openClientFolder(temp: string): Promise<ClientFolder> {
  await mkdir(temp, { recursive: true });
  const root = await mkdtemp(join(temp, 'bengal-cache-client-'));
  const work = join(root, WORK_FOLDER);
  await mkdir(work);
  const entry = join(work, ENTRY_NAME);
  return {
    work,
    load: async (file) => await load(file, entry),
    unload: async (file) => await unload(entry, file),
    remove: async () => {
      // The retries are for Windows, where a program that was ended may hold its files a moment longer.
      await rm(root, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    },
  };
}

async function load(file: string, entry: string): Promise<number> {
  const facts = await lstat(file);
  if (!facts.isFile()) throw new Error(`${file} is not a regular file`);
  // A second name costs nothing; across file systems it takes a copy.
  await link(file, entry).catch(() => copyFile(file, entry));
  return facts.size;
}

async function unload(entry: string, file: string): Promise<string | undefined> {
  const facts = await lstat(entry).catch(() => undefined);
  // The archive of the client may hold anything, a second name of another file too.
  if (facts?.isFile() !== true || facts.nlink !== 1) return 'the entry does not hold the one file it should';
  const partial = `${file}.${randomUUID()}.part`;
  try {
    await rename(entry, file).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(entry, partial);
      await rename(partial, file);
    });
    return undefined;
  } finally {
    await rm(partial, { force: true });
  }
}
