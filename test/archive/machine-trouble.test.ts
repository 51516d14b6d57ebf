import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ReportCache } from '../../src/report/report.ts';
import { compress, tarOf } from '../support/hostile-archives.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';
import { readTree } from './tree.ts';

const RESTORE = join(import.meta.dirname, '..', 'support', 'restore-once.ts');
const MEGABYTE = 1024 * 1024;

/** A site with an old state, and an archive with a file of 8 MB for it. */
async function siteAndArchive(): Promise<{ rig: SiteRig; archive: string }> {
  const rig = await siteRig({ '.bengal/effects.json': 'old', 'public/index.html': 'old' });
  const archive = join(rig.path, '..', 'archive');
  const large = Buffer.alloc(8 * MEGABYTE, 'lamp oil ');
  const members = [{ name: '.bengal/effects.json' }, { name: 'public/large.html', content: large }];
  await writeFile(archive, compress(await tarOf(members)));
  return { rig, archive };
}

/** Runs a restore in a shell that has taken something away; `undefined`: this machine does not let it. */
function restoreUnder(script: string, args: readonly string[]): ReportCache | undefined {
  const { status, stdout } = spawnSync('bash', ['-c', script, process.execPath, RESTORE, ...args], {
    encoding: 'utf8',
  });
  return status === 0 ? (JSON.parse(stdout) as ReportCache) : undefined;
}

const POSIX = { skip: process.platform === 'win32' ? 'needs a POSIX shell' : false };

test(
  'vector 30: a file larger than the system allows is trouble of this machine, and the site stays as it was',
  POSIX,
  async () => {
    const { rig, archive } = await siteAndArchive();
    await using site = rig;
    const before = await readTree(site.path);
    const cache = restoreUnder('trap "" XFSZ; ulimit -f 4096; exec "$0" "$@"', [site.path, archive]);
    assert.ok(cache?.kind === 'unavailable', JSON.stringify(cache));
    assert.match(cache.why, /^the system allows no file of that size \(EFBIG/);
    assert.deepEqual(await readTree(site.path), before);
  },
);

test(
  'vector 30: a disk that is full in the middle of it is trouble of this machine, and the site stays as it was',
  POSIX,
  async (context) => {
    const { rig, archive } = await siteAndArchive();
    await using site = rig;
    // A disk of 4 MB in the place of the site, for this process alone.
    const script = `
    mount -t tmpfs -o size=4m none "$2" && mkdir "$2/.bengal" && echo old > "$2/.bengal/effects.json" || exit 3
    "$0" "$@" && ls -A "$2" >&2`;
    const unshare = ['--map-root-user', '--mount', 'bash', '-c', script, process.execPath, RESTORE, site.path, archive];
    const said = spawnSync('unshare', unshare, { encoding: 'utf8' });
    if (said.status !== 0) {
      context.skip(`no disk can be mounted here: ${said.error?.message ?? said.stderr.trim()}`);
      return;
    }
    const cache = JSON.parse(said.stdout) as ReportCache;
    assert.ok(cache.kind === 'unavailable', said.stdout);
    assert.match(cache.why, /^the disk is full \(ENOSPC/);
    assert.equal(said.stderr.trim(), '.bengal', 'nothing is left behind, and what was there is there');
  },
);
