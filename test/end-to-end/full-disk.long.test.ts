import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { dist } from '../support/runner-steps.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';

const CLI = join(dist, 'cli.js');
const BUILT_WITH = ['--no-probe', '--environment', 'production', '--bengal-version', '0.5.1'];

interface Ended {
  readonly status: number;
  readonly text: string;
  /** Whether every file is as it was, byte for byte, and none has come. */
  readonly isWhole: boolean;
}

/**
 * Runs a command over the site on a disk of its own, of which nothing is free any more: a small one in memory, for this
 * process alone. `undefined`: this machine does not let it.
 */
function onFullDisk(site: SiteRig, args: readonly string[], context: TestContext): Ended | undefined {
  const script = `
    kilobytes=$(du -sk "$1" | cut -f1)
    cp -a "$1" "$1.kept" && mount -t tmpfs -o size=$((kilobytes * 2 + 4096))k none "$1" && cp -a "$1.kept/." "$1" || exit 99
    digest() { (cd "$1" && find . -type f ! -name .filling -exec sha256sum {} + | sort -k2 | sha256sum); }
    before=$(digest "$1"); dd if=/dev/zero of="$1/.filling" bs=4k 2>/dev/null
    (cd "$1" && "$0" "\${@:2}" 2>&1); status=$?
    test "$before" = "$(digest "$1")" && whole=yes || whole=no
    printf '\\n=ENDED %s %s\\n' "$status" "$whole"`;
  const inside = ['bash', '-c', script, process.execPath, site.path, CLI, ...args, ...BUILT_WITH];
  const said = spawnSync('unshare', ['--map-root-user', '--mount', ...inside], { encoding: 'utf8' });
  // A program that could not be started has said nothing, whatever the types of Node promise.
  const ended = said.error === undefined ? /\n=ENDED (\d+) (yes|no)\n$/.exec(said.stdout) : null;
  if (ended === null) {
    context.skip(`no disk can be mounted here: ${said.error?.message ?? said.stderr.trim()}`);
    return undefined;
  }
  rmSync(`${site.path}.kept`, { recursive: true, force: true });
  return { status: Number(ended[1]), text: said.stdout, isWhole: ended[2] === 'yes' };
}

async function storedSite(): Promise<SiteRig> {
  const site = await lighthouseRig();
  for (const args of [['record'], ['save', '--store', '../store']]) {
    const ran = spawnSync(process.execPath, [CLI, ...args, ...BUILT_WITH], { cwd: site.path, encoding: 'utf8' });
    assert.equal(ran.status, 0, ran.stdout + ran.stderr);
  }
  return site;
}

const COMMANDS = ['restore', 'save', 'record'] as const;
for (const command of COMMANDS) {
  test(`a full disk during ${command} loses nothing, is told in one sentence, and no stack is printed`, async (context) => {
    await using site = await storedSite();
    const store = join(site.path, '../store');
    if (command === 'save') {
      rmSync(store, { recursive: true });
      mkdirSync(store);
    }
    cpSync(store, join(site.path, '../kept'), { recursive: true });
    const ended = onFullDisk(site, command === 'record' ? ['record'] : [command, '--store', store], context);
    if (ended === undefined) return;
    assert.equal(ended.isWhole, true, ended.text);
    assert.match(ended.text, /the disk is full|no space left on device/i);
    assert.doesNotMatch(ended.text, /\n\s+at /, 'no stack');
  });
}
