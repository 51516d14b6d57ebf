import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';
import { whyNoBengal } from '../support/built-by-bengal.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const [, RECIPE = ''] = /```bash\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/ci.md'), 'utf8')) ?? [];

function whyNot(): string | false {
  if (spawnSync('jq', ['--version']).status !== 0) return 'the recipe needs jq';
  return whyNoBengal();
}

test('the job in parts that docs/ci.md shows records, keeps, and skips', { skip: whyNot() }, async () => {
  await using folder = await temporaryFolder();
  const [bin, site] = [join(folder.path, 'bin'), join(folder.path, 'site')];
  mkdirSync(bin);
  writeFileSync(join(bin, 'bengal-cache'), `#!/bin/sh\nexec "${process.execPath}" "${root}/src/entry/cli.ts" "$@"\n`);
  chmodSync(join(bin, 'bengal-cache'), 0o755);
  const variables = {
    ...process.env,
    STORE: join(folder.path, 'store'),
    PATH: [bin, join(root, '.cache/bengal/bin'), process.env['PATH']].join(delimiter),
  };
  let said = '';
  const job = (edit: () => void): string => {
    rmSync(site, { recursive: true, force: true });
    cpSync(join(root, 'examples/lighthouse/site'), site, { recursive: true });
    edit();
    const ended = spawnSync('bash', ['-e', '-c', RECIPE], { cwd: site, env: variables, encoding: 'utf8' });
    said = ended.stdout + ended.stderr;
    assert.equal(ended.status, 0, said);
    const report = JSON.parse(readFileSync(join(site, 'report.json'), 'utf8')) as { readonly gate: { mode: string } };
    return report.gate.mode;
  };
  assert.equal(
    job(() => undefined),
    'full',
  );
  assert.equal(
    job(() => undefined),
    'skip',
  );
  const edited = job(() => {
    appendFileSync(join(site, 'content/lamps/oil.md'), '\nTrim the wick before dusk.\n');
  });
  assert.equal(edited, 'incremental');
  assert.match(said, /[1-9]\d* (?:pages )?kept|kept [1-9]\d*/i, said);
});
