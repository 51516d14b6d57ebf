import type { AffectedPage } from '../affected/reason.ts';
import { byCodeUnit } from '../core/order.ts';
import type { Report } from './report.ts';

export type ChangeKind = 'added' | 'modified' | 'deleted';

/** A changed file, and what follows from it. */
export interface Consequence {
  readonly file: string;
  readonly change: ChangeKind;
  /** The pages that it affects, in the report's order; none when nobody can name them or nobody uses the file. */
  readonly pages: readonly AffectedPage[];
}

/** Every changed file with the pages that it affects: most pages first, then by name. */
export function consequencesOf({ changes, affected }: Pick<Report, 'changes' | 'affected'>): Consequence[] {
  const pages = new Map<string, AffectedPage[]>();
  for (const page of affected.pages) {
    for (const via of new Set(page.reasons.map((reason) => reason.via))) {
      const known = pages.get(via);
      if (known === undefined) pages.set(via, [page]);
      else known.push(page);
    }
  }
  const kinds = ['added', 'modified', 'deleted'] as const;
  const all = kinds.flatMap((change) =>
    changes[change].map((file): Consequence => ({ file, change, pages: pages.get(file) ?? [] })),
  );
  return all.sort((left, right) => right.pages.length - left.pages.length || byCodeUnit(left.file, right.file));
}
