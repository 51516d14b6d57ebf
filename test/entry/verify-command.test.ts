import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { record } from '../../src/flow/record.ts';
import type { Report } from '../../src/report/report.ts';
import { siteInputs } from '../support/inputs.ts';
import { lighthouseRig, siteRig, type SiteRig } from '../support/site-rig.ts';

const CLI = join(import.meta.dirname, '../../src/entry/cli.ts');
const SKIP = process.platform === 'win32' && 'the stand-ins for Bengal are shell scripts';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `report --verify` where a program named `bengal` is this script. */
async function verifyWith(script: string | undefined, rig: SiteRig, ...options: string[]): Promise<Ended> {
  const programs = join(rig.path, '..', 'programs');
  await mkdir(programs, { recursive: true });
  if (script !== undefined) {
    await writeFile(join(programs, 'bengal'), `#!/bin/sh\n${script}\n`);
    await chmod(join(programs, 'bengal'), 0o755);
  }
  const versions = ['--bengal-version', '0.5.1', '--python-version', '3.14'];
  const args = ['report', '--verify', '--no-probe', '--gate', 'preview', '--environment', 'production', ...versions];
  return spawnSync(process.execPath, [CLI, ...args, ...options, '--site', rig.path], {
    encoding: 'utf8',
    env: { PATH: [programs, '/usr/bin', '/bin'].join(delimiter) },
  });
}

/** The sample site, recorded as Bengal left it. */
async function recordedSite(): Promise<SiteRig> {
  const rig = await lighthouseRig();
  const now = '2026-11-21T08:00:00Z';
  await record({ inputs: siteInputs({ site: rig.path }), variables: {}, commit: undefined, now });
  return rig;
}

/** Bengal's answer that it would build these pages. */
function selecting(site: string, ...pages: readonly string[]): string {
  const reasons = pages.map((page) => [`${site}/${page}`, { code: 'content_changed', details: null }] as const);
  const answer = {
    pages_to_build: pages.length,
    pages_skipped: 1,
    rebuild_reasons: Object.fromEntries(reasons),
    skip_reasons: { [`${site}/content/_index.md`]: 'no_changes' },
  };
  return `cat <<'END'\n${JSON.stringify(answer, null, 2)}\nEND`;
}

describe('report --verify', { skip: SKIP }, () => {
  test('ends well where Bengal selects what we name, and says so', async () => {
    await using rig = await recordedSite();
    await rig.write('content/about.md', '---\ntitle: About\n---\n\nWritten by others.\n');
    const { status, stdout } = await verifyWith(selecting(rig.path, 'content/about.md'), rig);
    assert.equal(status, 0);
    assert.match(stdout, /^Verified against Bengal: 1 selected by both, 0 only by us/m);
  });

  test('fails where Bengal selects a page that we do not name', async () => {
    await using rig = await recordedSite();
    const { status, stdout } = await verifyWith(selecting(rig.path, 'content/about.md'), rig);
    assert.equal(status, 1);
    assert.match(stdout, /^ {2}ERROR {8}content\/about\.md \(Bengal: content_changed\): only Bengal selects it/m);
  });

  test('gives the verdicts as JSON, and nothing else', async () => {
    await using rig = await recordedSite();
    const { status, stdout } = await verifyWith(selecting(rig.path, 'content/about.md'), rig, '--format', 'json');
    assert.equal(status, 1);
    const { verification } = JSON.parse(stdout) as Report;
    assert.deepEqual(
      verification?.pages.map(({ page, verdict }) => [page, verdict]),
      [['content/about.md', 'only-bengal']],
    );
  });

  test('reports all the same where Bengal fails, and fails with its words', async () => {
    await using rig = await lighthouseRig();
    const { status, stdout, stderr } = await verifyWith('echo "no such option" >&2; exit 2', rig);
    assert.equal(status, 1);
    assert.match(stdout, /^Affected /m);
    assert.equal(stderr, 'bengal-cache: Option --verify: bengal failed (exit status 2): no such option\n');
  });

  test('has nothing to verify without a state', async () => {
    await using rig = await siteRig({ 'content/_index.md': 'Home' });
    const { status, stdout } = await verifyWith('exit 9', rig);
    assert.equal(status, 0);
    assert.match(stdout, /^Nothing to verify: /m);
  });

  test('asks for a bengal on the PATH before it does anything', async () => {
    await using rig = await lighthouseRig();
    const { status, stdout, stderr } = await verifyWith(undefined, rig, '--repair');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /there is no bengal on the PATH/);
  });
});
