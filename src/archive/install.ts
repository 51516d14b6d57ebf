import { existsSync, lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder of our own on the site's disk, so that what is made in it can be moved into place by a rename. */
export interface Staging {
  /** Absolute; holds nothing at first. */
  readonly folder: string;
  /** Absolute path for the archive file. */
  readonly archive: string;
  remove(): void;
}

const STAGING_PREFIX = '.bengal-cache-staging-';

export function openStaging(site: string): Staging {
  const root = mkdtempSync(join(site, STAGING_PREFIX));
  const folder = join(root, 'tree');
  mkdirSync(folder);
  return {
    folder,
    archive: join(root, 'archive.tar.zst'),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/**
 * Moves folders from a staging folder to the site, each by one rename. What stood there before is set aside first and
 * put back when anything fails, so the site has the old tree or the new one, never a mixture.
 */
export function installFolders(staging: Staging, site: string, folders: readonly string[]): void {
  const done: { target: string; aside: string | undefined }[] = [];
  try {
    for (const [index, folder] of folders.entries()) {
      const source = join(staging.folder, folder);
      if (!existsSync(source)) continue;
      const target = join(site, folder);
      const aside =
        lstatSync(target, { throwIfNoEntry: false }) === undefined
          ? undefined
          : join(dirname(staging.folder), `aside-${String(index)}`);
      mkdirSync(dirname(target), { recursive: true });
      if (aside !== undefined) renameSync(target, aside);
      done.push({ target, aside });
      renameSync(source, target);
    }
  } catch (thrown) {
    for (const { target, aside } of done.reverse()) {
      rmSync(target, { recursive: true, force: true });
      if (aside !== undefined) renameSync(aside, target);
    }
    throw thrown;
  }
}
