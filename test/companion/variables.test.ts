import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { delimiter, isAbsolute } from 'node:path';
import { test } from 'node:test';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import { companionFolder, exportLines, PLAN_VARIABLE, variablesForBuild } from '../../src/companion/variables.ts';

test('a build gets the companion, its plan, and a fixed order of sets, and nothing that Bengal takes for configuration', () => {
  const given = variablesForBuild('/site', {});
  assert.deepEqual(
    [...given],
    [
      ['PYTHONPATH', companionFolder()],
      ['PYTHONHASHSEED', '0'],
      [PLAN_VARIABLE, exchangePaths('/site').plan],
    ],
  );
  assert.ok(isAbsolute(companionFolder()));
  for (const name of given.keys()) assert.doesNotMatch(name, /^BENGAL_/);
});

test('what the user has set stays, and a second preparation adds nothing', () => {
  const first = variablesForBuild('/site', { PYTHONPATH: `/a${delimiter}/b`, PYTHONHASHSEED: '7' });
  assert.equal(first.get('PYTHONPATH'), [companionFolder(), '/a', '/b'].join(delimiter));
  assert.equal(first.get('PYTHONHASHSEED'), '7');
  assert.deepEqual([...variablesForBuild('/site', Object.fromEntries(first))], [...first]);
});

test('an empty part of the path is left out, since Python would take it for the working folder', () => {
  const given = variablesForBuild('/site', { PYTHONPATH: `${delimiter}/a${delimiter}` });
  assert.equal(given.get('PYTHONPATH'), [companionFolder(), '/a'].join(delimiter));
});

test('the lines mean the same to a shell, whatever the values hold', { skip: process.platform === 'win32' }, () => {
  const values = [`a 'b' "c"`, '$(echo x) `echo x` $HOME', 'line\nline', `';echo x;'`, 'é \\ * ~ # !', '', `''`];
  for (const value of values) {
    const script = `${exportLines(new Map([['SITE_CACHE_PLAN', value]]))}printf '%s|' "$SITE_CACHE_PLAN"\nenv -i true`;
    assert.equal(execFileSync('sh', ['-c', script], { encoding: 'utf8' }), `${value}|`);
  }
});
