import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SitePath } from '../../src/core/paths.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { clearUp } from '../../src/preparation/plan-build.ts';
import { parseSiteInputs } from '../../src/inputs/parse.ts';
import { readManifest } from '../../src/manifest/manifest-file.ts';
import type { Report } from '../../src/report/report.ts';
import { readTree } from '../archive/tree.ts';
import { dist } from '../support/runner-steps.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';

// `kill -9` of the command line as it is shipped, at any moment. Whoever comes next finds a site that is what it was or
// what it was to become, or says what is missing; nothing that somebody wrote is lost, and nothing stays in the way.

/** `npm run test:kills` sets it to 500. */
const KILLS = Number(process.env['KILL_TESTS'] ?? 12);
const CLI = join(dist, 'cli.js');
const ASIDE = join(import.meta.dirname, '..', 'support', 'set-aside-once.ts');
const BUILT_WITH = ['--no-probe', '--environment', 'production'];
const VERSIONS = ['--bengal-version', '0.5.1', '--python-version', '3.14'];

interface Ran {
  readonly status: number | null;
  readonly text: string;
  readonly seconds: number;
}

/** Runs a program, and kills it after a while where one is given. */
function run(args: readonly string[], site: SiteRig, killAfter?: number): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: site.path, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  if (killAfter !== undefined) void sleep(killAfter * 1000).then(() => child.kill('SIGKILL'));
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, text, seconds: (performance.now() - began) / 1000 }));
  });
}

const command = (name: string, ...more: string[]): string[] => [CLI, name, ...BUILT_WITH, ...VERSIONS, ...more];

/** What the next run would say; in this process, which is faster. */
async function reportOf(site: SiteRig): Promise<Report> {
  const raw = { site: site.path, environment: 'production', gate: 'auto' };
  const versions = { 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false' };
  const inputs = parseSiteInputs({ ...raw, ...versions }, { workspace: '/', folder: () => 'site' });
  assert.ok(inputs.ok);
  const cache = { kind: 'not-asked' } as const;
  const options = {
    inputs: inputs.value,
    variables: {},
    policy: 'auto',
    unprepared: undefined,
    cache,
    warnings: [],
  } as const;
  return (await analyse(options)).report;
}

/** What is ours to clear up is cleared up by whoever comes next. */
function assertNothingInTheWay(site: SiteRig): void {
  const left = readdirSync(site.path).filter((name) => name.startsWith('.bengal-cache-staging-'));
  assert.deepEqual(left, []);
}

interface Attack {
  readonly what: string;
  /** Brings the site to where the work begins. */
  readonly begin: (site: SiteRig) => Promise<void>;
  readonly work: (site: SiteRig) => readonly string[];
  /** What has to be true whenever the work was killed. */
  readonly check: (site: SiteRig) => Promise<void>;
}

/** A site that is recorded, with its state in a store beside it. */
async function storedSite(): Promise<SiteRig> {
  const site = await lighthouseRig();
  for (const args of [command('record'), command('save', '--store', '../store')]) {
    const { status, text } = await run(args, site);
    assert.equal(status, 0, text);
  }
  return site;
}

const ATTACKS: readonly Attack[] = [
  {
    what: 'record',
    begin: async (site) => {
      rmSync(join(site.path, '.bengal/ci-manifest.json.zst'), { force: true });
    },
    work: () => command('record'),
    check: async (site) => {
      const found = await readManifest(site.path);
      assert.notEqual(found.kind, 'unusable', JSON.stringify(found));
      const { gate } = await reportOf(site);
      if (found.kind === 'absent') assert.notEqual(gate.mode, 'skip');
      assert.equal((await run(command('record'), site)).status, 0);
      assert.equal((await reportOf(site)).gate.mode, 'skip');
    },
  },
  {
    what: 'save',
    begin: async (site) => {
      rmSync(join(site.path, '../store'), { recursive: true, force: true });
    },
    work: () => command('save', '--store', '../store'),
    check: async (site) => {
      assert.equal((await reportOf(site)).gate.mode, 'skip');
      await run(command('restore', '--store', '../store'), site);
      assert.equal((await reportOf(site)).gate.mode, 'skip');
      assert.equal((await run(command('save', '--store', '../store'), site)).status, 0);
      assertNothingInTheWay(site);
      rmSync(join(site.path, '.bengal'), { recursive: true });
      rmSync(join(site.path, 'public'), { recursive: true });
      await run(command('restore', '--store', '../store'), site);
      assert.equal((await reportOf(site)).gate.mode, 'skip');
    },
  },
  {
    what: 'restore',
    begin: async (site) => {
      writeFileSync(join(site.path, 'public/index.html'), 'old');
      writeFileSync(join(site.path, 'public/old.html'), 'old');
    },
    work: () => command('restore', '--store', '../store'),
    check: async (site) => {
      const before = await readTree(join(site.path, 'public')).catch(() => ({}));
      const isNew = !('old.html' in before) && Object.keys(before).length > 0;
      const { gate } = await reportOf(site);
      if (!isNew) assert.notEqual(gate.mode, 'skip');
      const again = await run(command('restore', '--store', '../store'), site);
      assert.equal(again.status, 0, again.text);
      assert.doesNotMatch(again.text, /another restore is under way/);
      assertNothingInTheWay(site);
      assert.equal((await reportOf(site)).gate.mode, 'skip');
    },
  },
  {
    what: 'preparing a build',
    begin: async (site) => {
      appendFileSync(join(site.path, 'content/about.md'), '\nMore.\n');
    },
    work: () => command('report', '--prepare'),
    check: async (site) => {
      const { gate, affected } = await reportOf(site);
      assert.notEqual(gate.mode, 'skip');
      const isSeen = affected.all || affected.pages.some(({ source }) => source === 'content/about.md');
      assert.ok(isSeen || gate.mode === 'full', JSON.stringify(gate));
      assert.equal((await run(command('report', '--prepare'), site)).status, 0);
      assert.notEqual((await reportOf(site)).gate.mode, 'skip');
    },
  },
  {
    what: 'preparing a full build',
    begin: async (site) => {
      appendFileSync(join(site.path, 'config/_default/site.yaml'), '\ndescription: another\n');
    },
    work: () => command('report', '--prepare', '--gate', 'always-full'),
    check: async (site) => {
      assert.equal((await reportOf(site)).gate.mode, 'full');
      assert.equal((await run(command('report', '--prepare', '--gate', 'always-full'), site)).status, 0);
      assert.equal((await reportOf(site)).gate.mode, 'full');
    },
  },
  {
    what: 'setting the output aside',
    begin: async () => undefined,
    work: ({ path }) => [ASIDE, path],
    check: async (site) => {
      const found = await readManifest(site.path);
      assert.ok(found.kind === 'read');
      await clearUp(site.path, 'public' as SitePath);
      assert.equal((await reportOf(site)).gate.mode, 'skip');
      assert.equal(existsSync(join(site.path, '.bengal-cache/previous')), false);
    },
  },
  {
    what: 'marking a stage',
    begin: async (site) => {
      rmSync(join(site.path, '.bengal/stages'), { recursive: true, force: true });
    },
    work: () => STAGE,
    check: async (site) => {
      assert.equal((await run(STAGE, site)).status, 0);
      const runs = readFileSync(join(site.path, 'runs'), 'utf8').length;
      assert.equal((await run(STAGE, site)).status, 0);
      assert.equal(readFileSync(join(site.path, 'runs'), 'utf8').length, runs, 'a success that was recorded counts');
    },
  },
];

const GUARDED = "require('node:fs').appendFileSync('runs', 'x')";
const STAGE = [
  ...[CLI, 'stage', 'run', '--name', 'check', '--inputs', 'content/**', '--'],
  ...[process.execPath, '-e', GUARDED],
];

describe('a site under attack', () => {
  for (const [index, { what, begin, work, check }] of ATTACKS.entries()) {
    const kills = Math.floor(KILLS / ATTACKS.length) + (index < KILLS % ATTACKS.length ? 1 : 0);
    test(`is whole after ${what} was killed ${kills} times`, async (context) => {
      await using stored = await storedSite();
      const copy = async (): Promise<SiteRig> => {
        // In its own place: a state that was moved is another matter.
        rmSync(stored.path, { recursive: true });
        cpSync(join(stored.path, '../stored'), stored.path, { recursive: true, preserveTimestamps: true });
        rmSync(join(stored.path, '../store'), { recursive: true, force: true });
        cpSync(join(stored.path, '../kept-store'), join(stored.path, '../store'), { recursive: true });
        await begin(stored);
        return stored;
      };
      cpSync(stored.path, join(stored.path, '../stored'), { recursive: true, preserveTimestamps: true });
      cpSync(join(stored.path, '../store'), join(stored.path, '../kept-store'), { recursive: true });
      const whole = await run(work(await copy()), stored);
      assert.equal(whole.status, 0, whole.text);
      let cut = 0;
      for (let kill = 0; kill < kills; kill++) {
        const site = await copy();
        const sources = await readTree(join(site.path, 'content'));
        const ran = await run(work(site), site, whole.seconds * (0.1 + Math.random()));
        if (ran.status === null) cut++;
        if (KILLS > 100 && kill % 10 === 9) context.diagnostic(`${kill + 1} of ${kills}, ${cut} before they ended`);
        assert.deepEqual(await readTree(join(site.path, 'content')), sources);
        await check(site);
        assert.deepEqual(await readTree(join(site.path, 'content')), sources);
      }
      context.diagnostic(`${cut} of ${kills} were killed before they ended`);
    });
  }
});
