import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkoutAt, WITH_BENGAL } from '../../scripts/timing/checkout.ts';
import { openJobs, timedStep } from '../../scripts/timing/jobs.ts';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';
import { valuesIn } from '../support/runner-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

const root = resolve(import.meta.dirname, '../..');
const lighthouse = join(root, 'examples/lighthouse/site');
const [steps = []] = [...readFileSync(join(root, 'docs/gate.md'), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)]
  .filter(([, text = '']) => text.includes('verify: full'))
  .map(
    ([, text = '']) =>
      (parse(text) as { readonly jobs: { readonly audit: { readonly steps: Step[] } } }).jobs.audit.steps,
  );

/** Ours, then those that run something; the first of all installs Bengal, which is done. */
const [cache, ...runs] = steps.slice(steps.findIndex(({ id }) => id === 'cache'));

function whyNot(): string | false {
  if (spawnSync('jq', ['--version']).status !== 0) return 'the recipe needs jq';
  return whyNoBengal();
}

test(
  'the audit that docs/gate.md shows passes, and tells of a page that is not what was kept',
  { skip: whyNot() },
  async () => {
    await using folder = await temporaryFolder();
    const [workspace, files, bin] = ['site', 'runner', 'bin'].map((name) => join(folder.path, name)) as [
      string,
      string,
      string,
    ];
    for (const each of [files, bin]) mkdirSync(each);
    const issue = join(folder.path, 'issue');
    // GitHub's own program tells its service; here it keeps what it would tell.
    writeFileSync(join(bin, 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${issue}'\ncat audit.md >> '${issue}'\n`);
    chmodSync(join(bin, 'gh'), 0o755);
    await using jobs = await openJobs({ workspace, folder: files });
    const checkout = checkoutAt(workspace);

    checkout.fresh(lighthouse);
    const first = jobs.begin({});
    const { outputs: told } = await timedStep(() => first.main());
    checkout.build((told['build-args'] ?? '').split(' '), {
      ...first.environment,
      ...valuesIn(first.environment['GITHUB_ENV']),
    });
    await timedStep(() => first.post());

    const audit = async (meanwhile: () => void): Promise<boolean> => {
      checkout.fresh(lighthouse);
      const job = jobs.begin({ ...cache?.with, 'read-only': 'true' });
      const { outputs } = await timedStep(() => job.main());
      assert.equal(outputs['build-mode'], 'incremental');
      meanwhile();
      const exported = { ...job.environment, ...valuesIn(job.environment['GITHUB_ENV']) };
      const path = [bin, WITH_BENGAL['PATH']].join(delimiter);
      let passed = true;
      for (const step of runs.filter(({ run }) => run !== undefined)) {
        if ((step.if === 'failure()') === passed) continue;
        const env = { ...process.env, ...exported, PATH: path, ...evaluated(step.env ?? {}, outputs) };
        const ended = spawnSync('bash', ['-e', '-c', step.run ?? ''], { cwd: workspace, env, encoding: 'utf8' });
        if (ended.status !== 0) passed = false;
      }
      return passed;
    };
    assert.ok(await audit(() => undefined));
    assert.ok(!existsSync(issue));

    const page = 'lamps/oil/index.html';
    const passed = await audit(() => {
      const kept = join(exchangePaths(workspace).previous, page);
      const html = readFileSync(kept, 'utf8');
      // The file that was restored may be linked to the one that is stored.
      rmSync(kept);
      writeFileSync(kept, html.replace('<title>', '<title>Stale: '));
    });
    assert.ok(!passed);
    const text = readFileSync(issue, 'utf8');
    assert.match(text, /^issue\ncreate\n--title\n/);
    assert.match(text, /^ {4}.*lamps\/oil\/index\.html/m);
    assert.match(text, /Stale: /);
    assert.match(text, /^ {4} +"modified": \[\]/m);
  },
);

/** Expressions of a workflow: the outputs of our step; whatever else there is says nothing here. */
function evaluated(
  given: Readonly<Record<string, string>>,
  outputs: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ *(?:steps\.cache\.outputs\.([\w-]+))?[^}]*\}\}/g, (_, output: string | undefined) =>
        output === undefined ? '' : (outputs[output] ?? ''),
      ),
    ]),
  );
}
