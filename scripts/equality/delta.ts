/** Whether the delta names exactly what a comparison of whole outputs finds, noise taken away. */
import { realChanges } from '../../src/delta/delta.ts';
import { describeDifferences } from '../../src/delta/describe.ts';
import { compareDigests } from '../../src/delta/digests.ts';
import { readPagePair, readPageView } from '../../src/delta/read-pages.ts';
import { readOutput, readOutputFolder } from '../../src/output/read-output.ts';

/**
 * @param folders Of the output before and after, absolute.
 * @param truth Paths that differ, below the output folder.
 * @returns A line for each path that only one of the two names.
 */
export function deltaProblems(
  { before, after }: { readonly before: string; readonly after: string },
  truth: readonly string[],
): string[] {
  const [was, is] = [readOutputFolder(before).digests, readOutputFolder(after).digests];
  const described = describeDifferences({
    base: { kind: 'folder', name: before, commit: null, recordedAt: null, event: null },
    differences: compareDigests(was, is),
    readers: { before: (path) => readOutput(before, path), after: (path) => readOutput(after, path) },
    isOutput: (path) => was.has(path) || is.has(path),
    pages: { readPageView, readPagePair },
  });
  const told = new Set(realChanges({ ...described, vanished: [] }).map(({ path }) => path));
  const expected = new Set(truth);
  return [
    ...[...expected].filter((path) => !told.has(path)).map((path) => `the delta misses ${path}`),
    ...[...told].filter((path) => !expected.has(path)).map((path) => `the delta names ${path}, which is as it was`),
  ];
}
