import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import type { SitePath } from '../../src/core/paths.ts';
import { askBengal, requireBengal, type BengalQuestion } from '../../src/entry/ask-bengal.ts';
import { siteInputs } from '../support/inputs.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

// Programs named `bengal` that do what Bengal may do: answer, write into state and output, fail, hang.

const ANSWER = '{\n  "pages_to_build": 1,\n  "pages_skipped": 0,\n  "rebuild_reasons": {}\n}\n';
const FILES = { '.bengal/cache.json.zst': 'state', '.bengal/stores/a.json': '{}', 'public/index.html': 'page' };
const DRY_RUN = `echo dry > .bengal/page_metadata.json.zst; echo dry > .bengal/cache.json.zst; rm public/index.html`;

interface Rig extends SiteRig {
  ask(overrides?: Partial<BengalQuestion>): ReturnType<typeof askBengal>;
  readonly variables: Record<string, string>;
}

async function rigWith(script: string): Promise<Rig> {
  const rig = await siteRig(FILES);
  const programs = join(rig.path, '..', 'programs');
  await mkdir(programs);
  await writeFile(join(programs, 'bengal'), `#!/bin/sh\n${script}\n`);
  await chmod(join(programs, 'bengal'), 0o755);
  const variables = { PATH: [programs, '/usr/bin', '/bin'].join(delimiter) };
  return {
    ...rig,
    variables,
    ask: (overrides) =>
      askBengal({
        inputs: siteInputs({ site: rig.path, environment: undefined }),
        outputDir: 'public' as SitePath,
        variables,
        ...overrides,
      }),
  };
}

/** Every file of the site with what it holds and when it was written. */
function snapshot(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(site, path)).isFile())
    .map((path) => `${path} ${readFileSync(join(site, path), 'utf8')} ${String(statSync(join(site, path)).mtimeMs)}`)
    .sort();
}

/** The words of the failure, after checking that the site is as it was. */
async function failure(rig: Rig, overrides?: Partial<BengalQuestion>): Promise<string> {
  const before = snapshot(rig.path);
  const answer = await rig.ask(overrides);
  assert.deepEqual(snapshot(rig.path), before);
  return answer.ok ? assert.fail('it answered') : answer.problems.join('\n');
}

describe(
  'asking Bengal what it would rebuild',
  { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' },
  () => {
    test('leaves the state and the output as they were, whatever Bengal writes', async () => {
      await using rig = await rigWith(`${DRY_RUN}\ncat <<'END'\n${ANSWER}END`);
      const before = snapshot(rig.path);
      const answer = await rig.ask();
      assert.equal(answer.ok && answer.value.count, 1);
      assert.deepEqual(snapshot(rig.path), before);
    });

    test('passes on how the site is built, but not in which mode', async () => {
      await using rig = await rigWith(`echo "$@" > ../asked; cat <<'END'\n${ANSWER}END`);
      const buildFlags = ['--strict', '--clean-output', '--no-incremental'];
      const inputs = siteInputs({
        site: rig.path,
        environment: 'preview',
        profile: 'writer',
        configFile: 'my.yaml' as SitePath,
        buildFlags,
      });
      assert.ok((await rig.ask({ inputs })).ok);
      assert.equal(
        await rig.read('../asked'),
        'build --incremental --dry-run --explain-json --environment preview --profile writer --config my.yaml --strict\n',
      );
    });

    test('works on a state that lies behind a link, and keeps the link', async () => {
      await using rig = await rigWith(`${DRY_RUN}\ncat <<'END'\n${ANSWER}END`);
      await rename(join(rig.path, '.bengal'), join(rig.path, 'elsewhere'));
      await symlink('elsewhere', join(rig.path, '.bengal'));
      const before = snapshot(rig.path);
      assert.ok((await rig.ask()).ok);
      assert.deepEqual(snapshot(rig.path), before);
      assert.ok(lstatSync(join(rig.path, '.bengal')).isSymbolicLink());
    });

    test('works without an output directory', async () => {
      await using rig = await rigWith(`cat <<'END'\n${ANSWER}END`);
      await rig.remove('public');
      assert.ok((await rig.ask()).ok);
      assert.ok(!existsSync(join(rig.path, 'public')));
    });

    test('says so when Bengal fails', async () => {
      await using rig = await rigWith(`${DRY_RUN}\necho 'Error: no such option: --explain-json' >&2; exit 2`);
      assert.equal(await failure(rig), 'bengal failed (exit status 2): Error: no such option: --explain-json');
    });

    test('says so when Bengal is killed', async () => {
      await using rig = await rigWith(`${DRY_RUN}\nkill -9 $$`);
      assert.match(await failure(rig), /^bengal failed \(SIGKILL\)/);
    });

    test('says so when Bengal gives no answer', async () => {
      await using rig = await rigWith(`${DRY_RUN}\necho Built 3 pages`);
      assert.equal(await failure(rig), 'bengal gave no answer; its output holds no JSON with pages_to_build');
    });

    test('ends a Bengal that hangs, with everything that it started', async () => {
      await using rig = await rigWith(`${DRY_RUN}\nsleep 60 & echo $! > ../child; wait`);
      assert.equal(await failure(rig, { timeoutMs: 500 }), 'bengal gave no answer within 0.5 seconds');
      const child = (await rig.read('../child')).trim();
      // A process that has ended can wait as a zombie for somebody to ask about it.
      const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', child], { encoding: 'utf8' });
      assert.match(stdout, /^(?:Z.*)?\n?$/);
    });

    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      test(`puts everything back before it ends by ${signal}`, async () => {
        await using rig = await rigWith(`${DRY_RUN}\ntouch ../asked; sleep 60`);
        const before = snapshot(rig.path);
        const program = [
          `import { askBengal } from ${JSON.stringify(join(import.meta.dirname, '../../src/entry/ask-bengal.ts'))};`,
          `await askBengal({ inputs: { site: ${JSON.stringify(rig.path)}, buildFlags: [] }, outputDir: 'public', variables: process.env });`,
        ].join('\n');
        const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { env: rig.variables });
        const ended = new Promise((resolve) => child.once('exit', (status, by) => resolve(by ?? status)));
        while (!existsSync(join(rig.path, '../asked'))) await sleep(20);
        child.kill(signal);
        assert.equal(await ended, signal);
        assert.deepEqual(snapshot(rig.path), before);
      });

    test('needs a bengal on the PATH', async () => {
      await using rig = await rigWith('');
      requireBengal(rig.variables);
      assert.throws(() => requireBengal({ PATH: '/nowhere' }), {
        message: 'Option --verify: there is no bengal on the PATH; install it, or leave the option out',
      });
    });

    test('says so when the bengal on the PATH cannot be run', async () => {
      await using rig = await rigWith('');
      await chmod(join(rig.path, '..', 'programs', 'bengal'), 0o644);
      assert.match(await failure(rig), /^bengal cannot be run: .*EACCES/);
    });
  },
);
