import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseNotes } from '../../scripts/release-notes.ts';

const changelog =
  '# Changelog\n\n## Unreleased\n\n- later\n\n## 0.2.0 - 2026-12-01\n\n### Added\n\n- this\n\n## 0.1.0\n\n## [0.0.9]\n\n- old\n';

test('the notes of a release are the section of its version', () => {
  assert.deepEqual(releaseNotes('v0.2.0', { changelog, version: '0.2.0' }), {
    kind: 'notes',
    text: '### Added\n\n- this',
  });
  assert.deepEqual(releaseNotes('v0.0.9', { changelog, version: '0.0.9' }), { kind: 'notes', text: '- old' });
});

const WRONG = [
  ['v0.3.0', '0.2.0', /the tag is v0\.3\.0, and package\.json says 0\.2\.0/],
  ['v0.3.0', '0.3.0', /has no section "## 0\.3\.0"/],
  ['v0.1.0', '0.1.0', /0\.1\.0 of CHANGELOG\.md is empty/],
] as const;
for (const [tag, version, why] of WRONG)
  test(`nothing is released where ${why.source.replaceAll('\\', '')}`, () => {
    const notes = releaseNotes(tag, { changelog, version });
    assert.match(notes.kind === 'wrong' ? notes.why : 'nothing is wrong', why);
  });
