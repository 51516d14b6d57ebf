import { dirname, join } from 'node:path';
import { copyFile } from '../disk/node-promises.ts';
import { linkSync, mkdirSync, readdirSync, writeFileSync } from '../disk/node.ts';
import { atBest, codeOf, outcomeOf } from '../disk/outcome.ts';
import { remove } from '../disk/remove.ts';

/** The JSON of the delta, by which a folder of ours is known again. */
export const DELTA_FILE = 'delta.json';
/** Holds what has to be uploaded, and nothing else. */
export const UPLOAD_FOLDER = 'upload';

export interface DeltaFolder {
  /** Absolute. */
  readonly folder: string;
  /** Folder of the output, absolute. */
  readonly output: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** Paths below the output that go into `upload/`. */
  readonly upload: readonly string[];
}

/**
 * Writes the files for tools, and a folder with exactly what has to be uploaded: second names of the files where the disk
 * has those, copies elsewhere. What an earlier delta left there goes first. Throws for a folder that holds something else.
 */
export async function writeDeltaFolder({ folder, output, files, upload }: DeltaFolder): Promise<void> {
  const present = atBest(outcomeOf(folder, () => readdirSync(folder))) ?? [];
  if (present.length > 0 && !present.includes(DELTA_FILE))
    throw new Error(`${JSON.stringify(folder)} holds something else than an earlier delta: name a new folder`);
  // The file by which the folder is known goes last, should this process be killed.
  for (const name of [...present.filter(isOurs), ...(present.includes(DELTA_FILE) ? [DELTA_FILE] : [])]) {
    const gone = remove(join(folder, name));
    if (gone.kind === 'left') throw new Error(gone.why);
  }
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of files.toSorted(deltaFirst))
    writeFileSync(join(folder, name), content, { flag: 'wx' });
  mkdirSync(join(folder, UPLOAD_FOLDER));
  const made = new Set<string>();
  for (const path of upload) {
    const to = join(folder, UPLOAD_FOLDER, path);
    if (!made.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    made.add(dirname(to));
    await putFile(join(output, path), to);
  }
}

function deltaFirst({ name: left }: { readonly name: string }, { name: right }: { readonly name: string }): number {
  return Number(right === DELTA_FILE) - Number(left === DELTA_FILE);
}

/** What some delta wrote there; whatever else somebody put beside it stays. */
function isOurs(name: string): boolean {
  return (
    name === UPLOAD_FOLDER ||
    /^(?:rsync-(?:upload|delete)|rclone-(?:upload|delete)\.txt|s3-delete-\d+\.json|indexnow-\d+\.json|purge\.txt|check-links\.txt|pages\.txt|deployed\.json|deploying\.json|summary\.md)$/.test(
      name,
    )
  );
}

async function putFile(from: string, to: string): Promise<void> {
  try {
    linkSync(from, to);
  } catch (thrown) {
    // Another disk, or one without second names.
    if (codeOf(thrown) === 'EEXIST') throw thrown;
    await copyFile(from, to);
  }
}
