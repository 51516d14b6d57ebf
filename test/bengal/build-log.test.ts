import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EMPTY_LOG, parseBuildLog, readBuildLog } from '../../src/bengal/build-log.ts';
import { siteRig } from '../support/site-rig.ts';

/** An entry as Bengal 0.5.1 writes it. */
function entry(event: string, context: Readonly<Record<string, unknown>>, level = 'ERROR'): string {
  const common = { timestamp: '2026-11-30T04:02:38.233446', logger_name: 'bengal', phase_depth: 0 };
  return JSON.stringify({ ...common, level, event_type: event, message: event, context });
}

test('a page that could not be parsed is named by its site path, with the message of Bengal', () => {
  const context = {
    page: '/work/site/content/docs/inc2.md',
    error: 'Object of type PosixPath is not JSON serializable',
    error_type: 'TypeError',
  };
  const text = [entry('unknown_config_summary', { count: 17 }, 'WARNING'), entry('parsing_failed', context)].join('\n');
  assert.deepEqual(parseBuildLog(text, '/work/site').failures, [
    {
      page: 'content/docs/inc2.md',
      how: 'not-parsed',
      message: 'Object of type PosixPath is not JSON serializable',
    },
  ]);
});

test('a page that could not be rendered is named, under whatever name Bengal logs it', () => {
  const names = ['page', 'source_path', 'page_source', 'path'];
  const lines = names.map((name) => entry('page_rendering_error', { [name]: '/s/content/a.md', error: 'no' }));
  const { failures } = parseBuildLog(lines.join('\n'), '/s');
  assert.deepEqual(
    failures,
    names.map(() => ({ page: 'content/a.md', how: 'not-rendered', message: 'no' })),
  );
});

test('a limit of time that passed is told with its scope, and a page without a name is no page', () => {
  const text = [
    entry('work_scope_deadline_expired', { scope: 'Render', completed: 2, remaining: 4 }, 'WARNING'),
    entry('page_rendering_error', { page: 'None', error: 'Scope deadline expired' }),
    entry('patitas_parsing_error', { error: "no 'file_path'", path: 'unknown' }, 'WARNING'),
  ].join('\n');
  assert.deepEqual(parseBuildLog(text, '/s'), {
    failures: [],
    deadlines: [{ scope: 'Render', remaining: 4 }],
    unnamed: ["no 'file_path'"],
  });
});

test('the same failure has the same message in another checkout and another process', () => {
  const of = (root: string, address: string): string | undefined =>
    parseBuildLog(
      entry('parsing_failed', { page: `${root}/content/a.md`, error: `${root}/content/a.md: <X at ${address}>\n  no` }),
      root,
    ).failures[0]?.message;
  assert.equal(of('/home/one/site', '0x7f00aa'), 'content/a.md: <X at 0x…> no');
  assert.equal(of('/home/one/site', '0x7f00aa'), of('/elsewhere', '0x7fbbcc11'));
});

test('a hostile log is read within bounds, gives one line each, and never throws', () => {
  const long = entry('parsing_failed', {
    page: 'content/a.md',
    error: `\u001b[31m\n::error::${'x'.repeat(9000)}\u202e`,
  });
  const [failure] = parseBuildLog(long, '/s').failures;
  assert.ok(failure !== undefined && failure.message.length <= 300);
  assert.doesNotMatch(failure.message, /[\p{Cc}\p{Cf}]/u);
  assert.equal(
    parseBuildLog(entry('parsing_failed', { page: 'a', error: 'y'.repeat(70_000) }), '/s').failures.length,
    0,
  );
  const many = `${entry('parsing_failed', { page: 'a', error: 'z' })}\n`.repeat(20_000);
  assert.equal(parseBuildLog(many, '/s').failures.length, 10_000);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.json())), fc.string(), (lines, root) => {
      parseBuildLog(lines.join('\n'), root);
    }),
  );
  for (const event of ['__proto__', 'constructor', 'toString'])
    assert.deepEqual(parseBuildLog(entry(event, { page: 'a' }), '/s'), EMPTY_LOG);
});

test('no log, a link and a folder in its place say nothing', async () => {
  await using rig = await siteRig({ 'secret.log': entry('parsing_failed', { page: 'a', error: 'secret' }) });
  assert.deepEqual(readBuildLog(rig.path), EMPTY_LOG);
  await rig.link('.bengal/logs/build.log', '../../secret.log');
  assert.deepEqual(readBuildLog(rig.path), EMPTY_LOG);
  await rig.remove('.bengal/logs/build.log');
  await rig.write('.bengal/logs/build.log/x', '');
  assert.deepEqual(readBuildLog(rig.path), EMPTY_LOG);
});
