import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist } from '../support/runner-steps.ts';
import { lighthouseRig } from '../support/site-rig.ts';

const CLI = join(dist, 'cli.js');
const BUILT_WITH = ['--no-probe', '--environment', 'production', '--bengal-version', '0.5.1'];

// Volumes of a container are mounted there, for this process alone, over the folders that a restore would replace.
const SCRIPT = `
  set -e; cd "$1"; node="$0"; shift
  for folder in public .bengal; do cp -a $folder ../volume-$folder; mount --bind ../volume-$folder $folder || exit 99; done
  digest() { find public .bengal -type f -exec sha256sum {} + | sort | sha256sum; }
  before=$(digest); set +e
  "$node" "$@" 2>&1; status=$?
  test "$before" = "$(digest)" && whole=yes || whole=no
  printf '\\n=ENDED %s %s\\n' "$status" "$whole"`;

test('a state folder and an output that are mount points are not replaced: one warning says so, and all of it stays', async (context) => {
  await using site = await lighthouseRig();
  for (const args of [['record'], ['save', '--store', '../store']]) {
    const ran = spawnSync(process.execPath, [CLI, ...args, ...BUILT_WITH], { cwd: site.path, encoding: 'utf8' });
    assert.equal(ran.status, 0, ran.stdout + ran.stderr);
  }
  const restore = ['bash', '-c', SCRIPT, process.execPath, site.path, CLI, 'restore', '--store', '../store'];
  const said = spawnSync('unshare', ['--map-root-user', '--mount', ...restore, ...BUILT_WITH], { encoding: 'utf8' });
  const ended = said.error === undefined ? /\n=ENDED (\d+) (yes|no)\n$/.exec(said.stdout) : null;
  if (ended === null) {
    context.skip(`nothing can be mounted here: ${said.error?.message ?? said.stderr.trim()}`);
    return;
  }
  assert.deepEqual(ended.slice(1), ['1', 'yes'], said.stdout);
  assert.match(
    said.stdout,
    /^The cache could not be used: "\.bengal" or "public" cannot be replaced, as a mount point/m,
  );
  assert.doesNotMatch(said.stdout, /\n\s+at |rename '/);
});
