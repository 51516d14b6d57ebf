import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Delta } from '../../src/delta/delta.ts';
import { commentMarker } from '../../src/report/comment.ts';
import { deltaComment, isDeltaWorthReading } from '../../src/report/delta-comment.ts';
import { deltaLinks } from '../../src/report/delta-links.ts';
import { deltaMarkdown } from '../../src/report/delta-markdown.ts';
import { vanishedNotes } from '../../src/report/delta-notes.ts';
import { deltaText } from '../../src/report/delta-text.ts';
import { deltaHeading, deltaSentence } from '../../src/report/delta-words.ts';
import { changedPage, delta, deltaOf, deltaSaying, page } from '../support/deltas.ts';
import { shapeOfGithubMarkdown, textOfGithubMarkdown } from '../support/github-markdown.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

const links = deltaLinks({
  previewUrl: 'https://pr-{pr}.example.org{path}',
  pullRequest: 7,
  baseUrl: 'https://docs.example.org',
});
const markdown = (told: Delta, room = 20_000): string => deltaMarkdown(told, { links, room, vanished: true });

test('changed pages come first, with what a reader would notice, and only navigation is one line', () => {
  const text = textOfGithubMarkdown(markdown(deltaOf(12)));
  assert.match(text, /^10 pages changed, and the navigation of 4$/m);
  assert.match(
    text,
    /Compared with the last build at commit 6a4c21e0b1c2, recorded 2026-11-21 08:00 UTC by a run of push\./,
  );
  assert.match(
    text,
    /\/guides\/page-1\/ text: “Take the rope ashore first\.” → “Take the stern rope ashore first, then the bow rope\.”/,
  );
  assert.match(text, /\/guides\/page-5\/ title: “Moor a boat” → “Moor a small boat”/);
  assert.match(text, /Only navigation changed on 4 pages/);
  assert.match(
    text,
    /moved to \/guides\/knots\/ without a redirect; add "\/guides\/ropes\/" to aliases in content\/guides\/knots\.md/,
  );
});

test('the first line counts what readers meet, of how many pages, and names the pull request', () => {
  const told = deltaOf(12);
  const heading = (files: Delta['files'], isPullRequest: boolean, pages: number | undefined): string =>
    deltaHeading({ ...told, files }, { isPullRequest, pages });
  assert.equal(heading(told.files, true, 20), 'This pull request changes 10 of 21 pages, and the navigation of 4');
  assert.equal(
    heading(told.files, false, 2),
    '10 pages changed, and the navigation of 4',
    'a number that cannot be is not told',
  );
  const navigation = told.files.filter(
    ({ page }) => page?.changed?.parts.every((part) => part === 'navigation') === true,
  );
  assert.equal(heading(navigation, true, 20), 'This pull request changes only the navigation of 4 of 20 pages');
  const head = [changedPage('p', { parts: ['head'] })];
  assert.equal(heading(head, true, 20), 'This pull request changes no page for readers');
  assert.equal(heading([], true, 20), 'Readers will see no change');
});

test('more than ten rows are folded, whatever does not fit is counted, and no row is cut', () => {
  const twelve = markdown(
    delta({
      files: deltaOf(1).files.flatMap(() =>
        Array.from({ length: 12 }, (_, at) => changedPage(`p${String(at)}`, { parts: ['markup'] })),
      ),
    }),
  );
  assert.match(twelve, /<details><summary>2 more<\/summary>/);
  for (const room of [3000, 6000, 20_000]) {
    const told = markdown(deltaOf(400), room);
    assert.ok(told.length <= room + 1500, `${String(told.length)} in ${String(room)}`);
    const shown = told.match(/^- \[/gm)?.length ?? 0;
    const left = Number(/- and (\d+) more/.exec(told)?.[1] ?? 0);
    assert.ok(shown > 5 && left > 0 && shown + left <= 270, `${String(shown)} and ${String(left)}`);
    for (const row of told.match(/^- \[.*$/gm) ?? []) assert.match(row, /”$|\)/);
  }
});

test('pages lead into the preview; what is new never leads to the live site, and what is gone leads to where it is still', () => {
  assert.equal(links.now('/a/'), 'https://pr-7.example.org/a/');
  assert.equal(links.before('/a/'), 'https://docs.example.org/a/');
  const proposed = deltaLinks({ previewUrl: undefined, pullRequest: 7, baseUrl: 'https://docs.example.org' });
  assert.equal(proposed.now('/a/'), undefined);
  const published = deltaLinks({
    previewUrl: 'https://pr-{pr}.example.org{path}',
    pullRequest: undefined,
    baseUrl: 'https://docs.example.org',
  });
  assert.equal(published.now('/a/'), 'https://docs.example.org/a/');
});

test('whatever pages are called and say, the Markdown has the shape that harmless ones have', () => {
  const shape = (text: string): string[] => shapeOfGithubMarkdown(markdown(deltaSaying(text)));
  const harmless = shape('x');
  for (const name of HOSTILE_NAMES) assert.deepEqual(shape(name), harmless, JSON.stringify(name));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      assert.deepEqual(shape(`x${name}x`), harmless);
    }),
    { numRuns: 50 },
  );
});

test('equal outputs are one line, and without a base nothing is claimed', () => {
  assert.equal(deltaSentence(delta()), 'Readers will see no change');
  assert.equal(isDeltaWorthReading(delta()), false);
  const nothing = delta({
    base: { kind: 'none', why: 'this job has restored nothing' },
    files: [page('a', 'added', { title: 'A' })],
  });
  assert.equal(
    deltaSentence(nothing),
    'Nothing to compare with (this job has restored nothing), so everything counts as new',
  );
  assert.equal(isDeltaWorthReading(nothing), false);
  assert.doesNotMatch(markdown(nothing), /Added|added/);
});

test('the comment keeps its marker alone, and what was said before the build is folded below', () => {
  const name = 'build docs';
  const before = `${commentMarker(name)}\n### Bengal Cache: build incrementally\n\nBecause.\n`;
  const options = { name, links, vanished: true, runUrl: 'https://github.com/o/r/actions/runs/1' };
  const comment = deltaComment(deltaOf(400), { ...options, before });
  assert.ok(comment.startsWith(commentMarker(name)));
  assert.equal(comment.split(commentMarker(name)).length, 2);
  assert.match(comment, /<details><summary>What was expected before the build<\/summary>\n\n### Bengal Cache/);
  assert.ok(comment.length < 65_536);
  assert.doesNotMatch(deltaComment(deltaOf(1), { ...options, before: '' }), /expected before/);
});

test('an address that vanished is a note on its source, with the fix; a listing is never more than a warning', () => {
  const [note, more] = vanishedNotes(deltaOf(12).vanished, 'error', 'docs');
  assert.deepEqual(note, {
    level: 'error',
    title: 'An address leads nowhere',
    message:
      '/guides/ropes/ moved to /guides/knots/, and nothing leads there from the old address. Add "/guides/ropes/" to aliases in content/guides/knots.md',
    file: 'docs/content/guides/knots.md',
    line: 2,
  });
  assert.equal(more, undefined);
  assert.deepEqual(vanishedNotes(deltaOf(12).vanished, 'off', ''), []);
  assert.deepEqual(
    vanishedNotes(deltaSaying('x').vanished, 'error', '').map(({ level }) => level),
    ['error', 'warning'],
  );
  const many = Array.from({ length: 30 }, () => deltaOf(12).vanished).flat();
  const notes = vanishedNotes(many, 'warning', '');
  assert.equal(notes.length, 10);
  assert.match(notes.at(-1)?.message ?? '', /^21 more addresses lead nowhere now/);
});

test('at a terminal each page has its line', () => {
  assert.match(
    deltaText(deltaOf(12)),
    /^ {2}~ \/guides\/page-1\/ text: "Take the rope ashore first\." -> "Take the stern/m,
  );
  assert.match(deltaText(deltaOf(12)), /^1 file differs only as any two builds do$/m);
});

test('the log does not grow with the addresses that vanished: what is left out is counted', () => {
  const vanished = Array.from({ length: 500 }, () => deltaOf(12).vanished).flat();
  const lines = deltaText(delta({ vanished })).split('\n');
  const shown = lines.filter((line) => line.startsWith('  ! '));
  assert.equal(shown.length, 100);
  assert.ok(lines.includes(`  and ${(vanished.length - 100).toLocaleString('en-US')} more`));
});
