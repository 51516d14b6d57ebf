import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../src/core/digest.ts';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { UNKNOWN_ORIGIN } from '../../src/manifest/origin.ts';
import { worthOf } from '../../src/manifest/reuse-digest.ts';
import { manifestOf, recordedContent } from '../support/recorded.ts';

const NO_CIRCUMSTANCES: NonNullable<Manifest['circumstances']> = {
  config: undefined,
  packages: undefined,
  shown: { ages: [], dates: [] },
  readsClock: false,
  fullBuildSeconds: undefined,
  incrementalBuildSeconds: undefined,
};

const MANIFEST = manifestOf({ sources: new Map([['a', recordedContent('a')]]) });

test('when, by whom and from which commit a state was recorded does not make it worth more', () => {
  const later: Partial<Manifest> = {
    recordedAt: '2030-01-01T00:00:00Z',
    commit: 'f'.repeat(40),
    origin: { ...UNKNOWN_ORIGIN, event: 'push' },
    tool: '9.9.9',
    stateDigest: sha256('other times in it'),
    lineage: { renderedAt: '2030-01-01T00:00:00Z', keptBuilds: 7 },
    sources: new Map([['a', recordedContent('a', { mtimeNs: 99n })]]),
  };
  assert.equal(worthOf({ ...MANIFEST, ...later }), worthOf(MANIFEST));
});

test('whatever a later run could gain from does', () => {
  const others: readonly Partial<Manifest>[] = [
    { bengal: '0.5.2' },
    { python: '3.15' },
    { environment: 'preview' },
    { profile: 'writer' },
    { flags: ['--fast'] },
    { flags: ['--fast', '--strict'] },
    { outputDir: 'out' as Manifest['outputDir'] },
    { configFingerprint: sha256('x') },
    { build: 'partial' },
    { trace: sha256('x') },
    { contentDigest: sha256('x') },
    { circumstances: { ...NO_CIRCUMSTANCES, packages: new Map([['bengal', '0.5.1']]) } },
    { sources: new Map() },
    { sources: new Map([['a', recordedContent('b')]]) },
    { sources: new Map([['b', recordedContent('a')]]) },
  ];
  const worths = [MANIFEST, ...others.map((other) => ({ ...MANIFEST, ...other }))].map(worthOf);
  assert.equal(new Set(worths).size, others.length + 1);
});

test('that it is known what pages read is worth something, and what the record holds beside content and sources is not', () => {
  const traced = { ...MANIFEST, trace: sha256('x') };
  assert.notEqual(worthOf(traced), worthOf(MANIFEST));
  assert.equal(worthOf({ ...traced, trace: sha256('y') }), worthOf(traced));
});
