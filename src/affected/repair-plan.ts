import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { byCodeUnit, sortedUnique } from '../core/order.ts';
import type { Affected } from './reason.ts';

/** What makes an incremental build rebuild every affected page, and what it cannot be made to do. */
export interface RepairPlan {
  /** Keys of pages whose record has to go: a page without a record is built. */
  readonly invalidate: readonly string[];
  /** Outputs that no build removes. */
  readonly remove: readonly string[];
  /** Affected pages that an incremental build would leave as they are, whatever is done to the state. */
  readonly unreachable: readonly string[];
}

export interface RepairContext {
  readonly pages: ReadonlyMap<string, RecordedPage>;
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
  readonly changes: ChangeSet;
}

/**
 * Bengal builds a page that has no record. Listings of tags are no pages yet when it selects; it builds those of every
 * tag that a selected page carries, and the index of tags with them. So one member of each affected tag is selected.
 */
export function planRepair(affected: Affected, context: RepairContext): RepairPlan {
  const { pages, changes } = context;
  const byOutput = new Map<string, RecordedPage>(
    [...pages.values()].flatMap((page) => page.outputs.map((output) => [output, page] as const)),
  );
  const gone = new Set(changes.deleted);
  const invalidate = new Set<string>();
  const unreachable: string[] = [];
  const slugs = new Set<string>();
  for (const { output, source, reasons } of affected.pages) {
    const page = byOutput.get(output);
    if (page === undefined && reasons.some(({ kind }) => kind === 'redirect')) unreachable.push(output);
    // A new page has no record, and a deleted one is not built.
    if (page === undefined && source !== null) continue;
    if (page !== undefined && gone.has(page.key)) continue;
    if (page?.kind === 'tag') for (const slug of page.tags) slugs.add(slug);
    else if (page?.kind === 'tag-index') slugs.add(ANY_TAG);
    else if (page === undefined) for (const slug of reasons.flatMap((reason) => reason.through ?? [])) slugs.add(slug);
    else invalidate.add(page.key);
  }
  for (const slug of [...slugs].sort(byCodeUnit)) {
    const outcome = selectMember(slug, invalidate, context);
    if (outcome === 'none')
      unreachable.push(
        ...affected.pages.filter(({ output }) => listsTag(byOutput.get(output), slug)).map(({ output }) => output),
      );
  }
  return {
    invalidate: sortedUnique(invalidate),
    remove: affected.toRemove,
    unreachable: sortedUnique([...unreachable, ...lostTags(affected, byOutput, context)]),
  };
}

const ANY_TAG = '';

function selectMember(
  slug: string,
  invalidate: Set<string>,
  { pages, tags, changes }: RepairContext,
): 'selected' | 'none' {
  const selected = new Set([...invalidate, ...changes.added, ...changes.modified]);
  const members = slug === ANY_TAG ? [...tags.values()].flatMap((keys) => [...keys]) : [...(tags.get(slug) ?? [])];
  const there = members
    .filter((key) => pages.get(key)?.kind === 'content' && !changes.deleted.includes(key))
    .sort(byCodeUnit);
  // What an edited page carries now is not known here, so it does not count as the member.
  if (there.some((key) => selected.has(key) && !changes.modified.includes(key))) return 'selected';
  const [member] = there.filter((key) => !changes.modified.includes(key));
  if (member !== undefined) invalidate.add(member);
  return member === undefined && there.length === 0 && changes.added.length === 0 && changes.modified.length === 0
    ? 'none'
    : 'selected';
}

function listsTag(page: RecordedPage | undefined, slug: string): boolean {
  return (
    page !== undefined &&
    (slug === ANY_TAG ? page.kind === 'tag-index' : page.kind === 'tag' && page.tags.includes(slug))
  );
}

/** Bengal keeps listing a page under a tag that it lost, or that it had when it was deleted. */
function lostTags(
  affected: Affected,
  byOutput: ReadonlyMap<string, RecordedPage>,
  { pages, changes }: RepairContext,
): string[] {
  const lost = new Set(changes.deleted.flatMap((key) => pages.get(key)?.tags ?? []));
  for (const slug of affected.tags)
    if (changes.modified.some((key) => pages.get(key)?.tags.includes(slug) === true)) lost.add(slug);
  return affected.pages.flatMap(({ output }) => {
    const page = byOutput.get(output);
    return page?.kind === 'tag' && page.tags.some((slug) => lost.has(slug)) ? [output] : [];
  });
}
