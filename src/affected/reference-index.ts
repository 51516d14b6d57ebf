import { remember } from './remember.ts';

/** What the text of a page refers to, taken apart. */
export interface PageReferences {
  /** The last part of each path or slug, in lower case. */
  readonly last: readonly string[];
  readonly ids: readonly string[];
  readonly anchors: readonly string[];
  /** Some reference names an id or an anchor, which can be any page's. */
  readonly isOpen: boolean;
  /** The build fills in something in the text. */
  readonly isFilledIn: boolean;
}

/** By what a text can refer to a page. */
export interface Names {
  /** Lower case, each what can stand last in a reference. */
  readonly last: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly body: string;
  /** Keys of the pages that link to it. */
  readonly linkedBy: ReadonlySet<string>;
}

/** What the texts of a site refer to. */
export interface ReferenceIndex {
  of(key: string): PageReferences;
  /** Keys of the pages whose text can refer to the page with these names. */
  referring(names: Names): string[];
}

/** Says that the build fills in something in the text. */
const FILLED_IN = '{}';
/** Refers by an id or an anchor, not by a path or slug. */
const OPEN = /^(?:\[\[)?(?:id:|[#!])/;

/** `references`: of each page, as `PageDigest.references`. Taken apart when somebody asks. */
export function referenceIndex(references: ReadonlyMap<string, readonly string[]>): ReferenceIndex {
  const of = remember((key: string) => takeApart(references.get(key) ?? []));
  return {
    of,
    referring(names) {
      const last = [...names.last];
      const isNear = (reference: string): boolean => {
        if (OPEN.test(reference)) return true;
        const lower = reference.toLowerCase();
        return last.some((name) => lower.includes(name));
      };
      // Taking apart what every page refers to would take longer than all else.
      return [...references].flatMap(([key, refs]) =>
        refs.some(isNear) && refersTo(key, of(key), names) ? [key] : [],
      );
    },
  };
}

/** Whether the text of a page can refer to the page with these names. */
export function refersTo(key: string, references: PageReferences, names: Names): boolean {
  return (
    references.last.some((last) => names.last.has(last)) ||
    references.ids.some((id) => names.ids.has(id)) ||
    // An anchor can be anywhere.
    references.anchors.some((anchor) => names.body.includes(anchor)) ||
    (references.isOpen && names.linkedBy.has(key))
  );
}

function takeApart(references: readonly string[]): PageReferences {
  const [last, ids, anchors]: [string[], string[], string[]] = [[], [], []];
  for (const reference of references) {
    if (reference === FILLED_IN) continue;
    const isMarked = reference.startsWith('[[') && reference.endsWith(']]') && reference.length > 4;
    const link = isMarked ? reference.slice(2, -2) : reference;
    if (link.startsWith('#') || link.startsWith('!')) anchors.push(link.slice(1).trim());
    else if (link.startsWith('id:')) ids.push(link.slice('id:'.length).trim());
    else last.push(lastOf(link));
  }
  return {
    ...{ last, ids, anchors },
    isOpen: anchors.length + ids.length > 0,
    isFilledIn: references.includes(FILLED_IN),
  };
}

function lastOf(link: string): string {
  const end = link.search(/[?#]/);
  const bare = (end < 0 ? link : link.slice(0, end)).replace(/\/$/, '').toLowerCase();
  return bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1);
}
