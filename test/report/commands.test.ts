import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { buildCommand, repairCommand } from '../../src/report/commands.ts';
import { reportText } from '../../src/report/text.ts';
import { TYPICAL_REPORTS } from '../support/reports.ts';

const INCREMENTAL = { mode: 'incremental', reasons: [], buildArgs: ['--incremental'] } as const;

describe('the commands that a report suggests', () => {
  test('carry what was said of the site', () => {
    const given = { site: 'docs', environment: 'production', profile: 'writer', config: 'my.yaml', gate: 'preview' };
    assert.equal(
      repairCommand(given),
      'bengal-cache report --repair --site docs --environment production --profile writer --config my.yaml --gate preview',
    );
    assert.equal(
      buildCommand(INCREMENTAL, given),
      'cd docs && bengal build --environment production --profile writer --config my.yaml --incremental',
    );
  });

  test('are plain where nothing was said', () => {
    assert.equal(repairCommand({}), 'bengal-cache report --repair');
    assert.equal(buildCommand(INCREMENTAL, { site: './', environment: '' }), 'bengal build --incremental');
  });

  test('build with the flags that the job builds with, each once', () => {
    const given = { 'build-flags': ' --strict  --incremental ' };
    assert.equal(buildCommand(INCREMENTAL, given), 'bengal build --incremental --strict');
  });

  test('mean the same to a shell, whatever the names hold', { skip: process.platform === 'win32' }, () => {
    const config = `a 'b' "c" $(date) \`date\` ; # é\n`;
    const command = repairCommand({ config }).replace('bengal-cache report --repair', "printf '%s|'");
    assert.equal(execFileSync('sh', ['-c', command], { encoding: 'utf8' }), `--config|${config}|`);
  });

  test('stand in the report, with the one that prepares the state where that was not done', () => {
    const { incremental } = TYPICAL_REPORTS;
    assert.ok(incremental !== undefined);
    const given = { environment: 'production' };
    assert.match(reportText(incremental, given), / {2}run {5}bengal build --environment production --incremental/);
    const text = reportText({ ...incremental, repair: { ...incremental.repair, done: false } }, given);
    assert.match(text, / {2}run {5}bengal-cache report --repair --environment production {3}\(prepares the state\)/);
    assert.match(text, / {2}then {4}bengal build --environment production --incremental/);
  });
});
