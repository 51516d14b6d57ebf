import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseSelection, type BengalSelection } from '../../src/bengal/selection.ts';

const cases = join(import.meta.dirname, '..', 'cases');

/** What Bengal 0.5.1 printed, banner and all. */
function recorded(name: string, edit: string): string {
  return readFileSync(join(cases, name, 'scenarios', edit, 'selection.txt'), 'utf8');
}

function parsed(stdout: string, roots: readonly string[]): BengalSelection {
  const answer = parseSelection(stdout, roots);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

const ORCHARD = '/home/runner/work/orchard/orchard';
const FERRY = '/home/runner/work/ferry/ferry';

describe('what Bengal says that it would rebuild', () => {
  test('is read from between its banner and its summary, as site paths', () => {
    const { named, skipped, count, everything, assets } = parsed(recorded('orchard', 'title-nested'), [ORCHARD]);
    assert.deepEqual([...named], [['content/fruit/apples/early/discovery.md', 'content_changed']]);
    assert.equal(skipped.size, 28);
    assert.ok(skipped.has('content/_index.md'));
    assert.deepEqual([count, everything, assets], [1, false, []]);
  });

  test('may be nothing, when it would not build at all', () => {
    const { named, count, everything } = parsed(recorded('orchard', 'noop'), [ORCHARD]);
    assert.deepEqual([named.size, count, everything], [0, 0, false]);
  });

  test('may be everything, without a name', () => {
    const { named, count, everything } = parsed(recorded('orchard', 'snippet-edit'), [ORCHARD]);
    assert.deepEqual([named.size, count, everything], [0, 29, true]);
  });

  test('names pages of API documentation by their keys', () => {
    const { named } = parsed(recorded('ferry', 'autodoc-module-added'), [FERRY]);
    assert.deepEqual([...named.keys()], ['api/bells/storm.md']);
  });

  test('is understood where the site is reached through a link', () => {
    const { named } = parsed(recorded('orchard', 'title-nested'), ['/srv/link', ORCHARD]);
    assert.deepEqual([...named.keys()], ['content/fruit/apples/early/discovery.md']);
  });

  test('is understood with the line ends of Windows', () => {
    const { count } = parsed(recorded('orchard', 'title-nested').replaceAll('\n', '\r\n'), [ORCHARD]);
    assert.equal(count, 1);
  });

  test('names the style sheets for whose sake it takes every page', () => {
    const stdout = `{\n  "pages_to_build": 3,\n  "pages_skipped": 0,\n  "fingerprint_changes": true,\n  "asset_changes": ["style.css"]\n}\n`;
    assert.deepEqual(parsed(stdout, []).assets, ['style.css']);
  });

  for (const [what, stdout, problem] of [
    ['nothing', '', 'its output holds no JSON with pages_to_build'],
    ['no JSON', 'Built 3 pages\n', 'its output holds no JSON with pages_to_build'],
    ['half of its answer', '{\n  "pages_to_build": 1,\n', 'its output holds no JSON with pages_to_build'],
    ['other JSON', '{\n  "pages": 1\n}\n', 'its output holds no JSON with pages_to_build'],
    [
      'an error',
      '{\n  "error": "No incremental decision data available"\n}\n',
      'it says: No incremental decision data available',
    ],
  ] as const)
    test(`is no answer when it prints ${what}`, () => {
      assert.deepEqual(parseSelection(stdout, []), { ok: false, problems: [problem] });
    });
});
