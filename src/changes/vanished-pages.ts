import { formsOf } from '../bengal/output-forms.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';

export interface VanishedFacts {
  /** Everything that the state knows. Bengal forgets no page. */
  readonly pages: ReadonlyMap<string, RecordedPage>;
  /** Whether there is a file of that name: relative to the site, to the folder above it, or absolute. */
  readonly isThere: (path: string) => boolean;
  /** Pages of a tag that one page of its listing shows. */
  readonly perPage: number;
}

/** Keys of pages that no build makes any more: nothing is left that they would be made from. Pure. */
export function findVanished({ pages, isThere, perPage }: VanishedFacts): ReadonlySet<string> {
  const all = [...pages.values()];
  const content = all.filter((page) => page.kind === 'content');
  const present = content.filter((page) => isThere(page.key));
  const members = countMembers(present);
  const isGone = (page: RecordedPage): boolean => {
    switch (page.kind) {
      case 'content':
        return !isThere(page.key);
      case 'tag':
        return (
          members !== undefined && (listingNumber(page.key) - 1) * perPage >= (members.get(page.tags[0] ?? '') ?? 0)
        );
      case 'tag-index':
        return members?.size === 0;
      case 'virtual':
        return isDocumentationGone(page, isThere);
    }
  };
  return new Set(all.filter(isGone).map((page) => page.key));
}

/** How many pages carry each tag; `undefined` when nobody can tell, because the metadata of a page is missing. */
function countMembers(present: readonly RecordedPage[]): Map<string, number> | undefined {
  const members = new Map<string, number>();
  for (const { metadata, tags } of present) {
    if (metadata === undefined) return undefined;
    for (const tag of tags) members.set(tag, (members.get(tag) ?? 0) + 1);
  }
  return members;
}

/** `.bengal/generated/tags/<slug>/page_<n>/index.md` */
function listingNumber(key: string): number {
  return Number(/\/page_(\d+)\/index\.md$/.exec(key)?.[1] ?? 1);
}

function isDocumentationGone({ inputs }: RecordedPage, isThere: (path: string) => boolean): boolean {
  const sources = inputs.filter(({ type }) => type === 'autodoc_source' || type === 'cli_source');
  return sources.length > 0 && !sources.some(({ path }) => isThere(path));
}

export interface StaleFacts {
  readonly pages: ReadonlyMap<string, RecordedPage>;
  readonly vanished: ReadonlySet<string>;
  /** When the last build began to render, in nanoseconds since 1970. */
  readonly lastBuildNs: bigint | undefined;
  /** Modification time of an output; `undefined` when it is not there. */
  readonly mtimeOf: (output: string) => bigint | undefined;
}

/** Outputs, in all forms, that pages left behind which vanished before the last build, and that no other page owns. Pure. */
export function findStaleOutputs({ pages, vanished, lastBuildNs, mtimeOf }: StaleFacts): ReadonlySet<string> {
  const owned = new Set(
    [...pages.values()].filter(({ key }) => !vanished.has(key)).flatMap<string>(({ outputs }) => outputs),
  );
  const left = [...vanished].flatMap((key) => pages.get(key)?.outputs ?? []);
  const isOld = (output: string): boolean => {
    const mtime = mtimeOf(output);
    return mtime !== undefined && lastBuildNs !== undefined && mtime < lastBuildNs;
  };
  return new Set(left.filter((output) => !owned.has(output) && isOld(output)).flatMap(formsOf));
}
