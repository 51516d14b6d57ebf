import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { buildCommand, commandsOf, prepareCommand } from '../../src/report/commands.ts';
import { reportText } from '../../src/report/text.ts';
import { TYPICAL_REPORTS } from '../support/reports.ts';

const INCREMENTAL = { mode: 'incremental', reasons: [], buildArgs: ['--no-incremental'] } as const;

describe('the commands that a report suggests', () => {
  test('carry what was said of the site', () => {
    const given = { site: 'docs', environment: 'production', profile: 'writer', config: 'my.yaml', gate: 'auto' };
    assert.equal(
      prepareCommand(given),
      'bengal-cache report --prepare --site docs --environment production --profile writer --config my.yaml --gate auto',
    );
    assert.equal(
      buildCommand(INCREMENTAL, given),
      'cd docs && . ./.bengal-cache/build.env && bengal build --environment production --profile writer --config my.yaml --no-incremental',
    );
  });

  test('are plain where nothing was said', () => {
    assert.equal(prepareCommand({}), 'bengal-cache report --prepare');
    assert.equal(
      buildCommand(INCREMENTAL, { site: './', environment: '' }),
      '. ./.bengal-cache/build.env && bengal build --no-incremental',
    );
  });

  test('build with the flags that the job builds with, each once', () => {
    const given = { 'build-flags': ' --strict  --no-incremental ' };
    assert.match(buildCommand(INCREMENTAL, given), / bengal build --no-incremental --strict$/);
  });

  test('mean the same to a shell, whatever the names hold', { skip: process.platform === 'win32' }, () => {
    const config = `a 'b' "c" $(date) \`date\` ; # é\n`;
    const command = prepareCommand({ config }).replace('bengal-cache report --prepare', "printf '%s|'");
    assert.equal(execFileSync('sh', ['-c', command], { encoding: 'utf8' }), `--config|${config}|`);
  });

  test('are the preparation and then the build, or the build alone where that was prepared, or nothing', () => {
    const { incremental, skip } = TYPICAL_REPORTS;
    assert.ok(incremental !== undefined && skip !== undefined);
    assert.deepEqual(
      commandsOf({ ...incremental, prepared: false }, {}).map((command) => command.split(' ', 2).join(' ')),
      ['bengal-cache report', '. ./.bengal-cache/build.env'],
    );
    assert.equal(commandsOf(incremental, {}).length, 1);
    assert.deepEqual(commandsOf({ ...skip, prepared: false }, {}), []);
  });

  test('stand in the report, a full build included, since it records for the next one', () => {
    const { incremental, full } = TYPICAL_REPORTS;
    assert.ok(incremental !== undefined && full !== undefined);
    const given = { environment: 'production' };
    assert.match(reportText(incremental, given), / {2}run {5}\. .* bengal build --environment production --no-incr/);
    for (const report of [incremental, full]) {
      const text = reportText({ ...report, prepared: false }, given);
      assert.match(text, / {2}run {5}bengal-cache report --prepare --environment production\n/);
      assert.match(text, / {2}then {4}\. \.\/\.bengal-cache\/build\.env && bengal build --environment production --no/);
    }
  });
});
