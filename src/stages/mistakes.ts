import { join } from 'node:path';
import { placeOf, type StageCheck } from './check.ts';
import { readListing } from './entry-files.ts';
import { openGlob } from './glob.ts';

/** A pattern that names nothing, and never did. */
export interface Mistake {
  readonly field: 'inputs' | 'code';
  /** As it was written. */
  readonly pattern: string;
}

/**
 * Patterns that match nothing and matched nothing at the last success either. Where files are gone, a stage has to run;
 * a pattern that never named any is mistyped, or in a stage that runs before whatever makes its inputs.
 */
export async function findMistakes({ stage, context, verdict, entry, present }: StageCheck): Promise<Mistake[]> {
  if (verdict.kind === 'skip') return [];
  // Where nobody could look everywhere, nobody can say that a pattern names nothing.
  if (present.inputs.doubts.length > 0 || present.code.doubts.length > 0) return [];
  const place = placeOf(context);
  const listing = entry.kind === 'read' ? readListing(place, entry.entry) : undefined;
  const mistakes: Mistake[] = [];
  for (const reason of verdict.reasons) {
    if (reason.kind !== 'input-missing' && reason.kind !== 'code-missing') continue;
    const field = reason.kind === 'input-missing' ? 'inputs' : 'code';
    const before = (field === 'inputs' ? listing?.input : listing?.code) ?? [];
    for (const pattern of stage[field].filter(({ given }) => reason.patterns.includes(given))) {
      const glob = await openGlob(place.root, [pattern]);
      if (!before.some(({ path }) => glob.names(0, join(place.root, path))))
        mistakes.push({ field, pattern: pattern.given });
    }
  }
  return mistakes;
}
