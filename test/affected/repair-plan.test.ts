import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planRepair, type RepairPlan } from '../../src/affected/repair-plan.ts';
import { anyToyEdit, anyToySite, anyToyTheme } from '../support/toy-arbitraries.ts';
import { toyAffected, toyChanges } from '../support/toy-affected.ts';
import { toyState, type ToySite, type ToyTheme } from '../support/toy-site.ts';

function plan(before: ToySite, after: ToySite, theme: ToyTheme): RepairPlan {
  const { pages, tags } = toyState(before, theme);
  return planRepair(toyAffected(before, after, theme), { pages, tags, changes: toyChanges(before, after) });
}

const anyCase = fc
  .tuple(anyToySite, anyToyTheme, fc.array(anyToyEdit, { minLength: 1, maxLength: 3 }))
  .map(([before, theme, edits]) => ({
    before,
    theme,
    after: edits.reduce((edited, edit) => edit.apply(edited), before),
  }));

test('every affected page is built: for itself, for being new, through a member of its tag, or it is called unreachable', () => {
  fc.assert(
    fc.property(anyCase, ({ before, after, theme }) => {
      const { pages } = toyState(before, theme);
      const affected = toyAffected(before, after, theme);
      const changes = toyChanges(before, after);
      // Then nothing but a full build is right anyway.
      if (affected.all) return;
      const { invalidate, unreachable, remove } = plan(before, after, theme);
      const selected = new Set([...invalidate, ...changes.added, ...changes.modified]);
      const selectedTags = new Set(
        [...selected].flatMap((key) => [...(before.get(key)?.tags ?? []), ...(after.get(key)?.tags ?? [])]),
      );
      const byOutput = new Map(
        [...pages.values()].flatMap((page) => page.outputs.map((output) => [output as string, page])),
      );
      for (const { output, source } of affected.pages) {
        const page = byOutput.get(output);
        const isBuilt =
          unreachable.includes(output) ||
          remove.includes(output) ||
          (page === undefined ? source !== null || selectedTags.size > 0 : false) ||
          (page?.kind === 'content' && (selected.has(page.key) || changes.deleted.includes(page.key))) ||
          (page?.kind === 'tag' && page.tags.some((slug) => selectedTags.has(slug))) ||
          (page?.kind === 'tag-index' && selectedTags.size > 0);
        assert.ok(isBuilt, output);
      }
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('a listing of a tag that a page lost is out of reach of an incremental build', () => {
  fc.assert(
    fc.property(anyCase, ({ before, after, theme }) => {
      const { unreachable } = plan(before, after, theme);
      const { all, toRemove } = toyAffected(before, after, theme);
      if (all) return;
      for (const [key, page] of before)
        for (const slug of page.tags) {
          if (after.get(key)?.tags.includes(slug) === true) continue;
          const listing = `tags/${slug}/index.html`;
          assert.ok(unreachable.includes(listing) || toRemove.includes(listing), listing);
        }
    }),
    { numRuns: 300, endOnFailure: true },
  );
});
