import { once } from '../core/once.ts';

/** By what a text can refer to a page: what can stand last in a reference, in lower case. */
export interface Names {
  readonly last: ReadonlySet<string>;
}

/** What the texts of a site refer to. */
export interface ReferenceIndex {
  /** Pages whose text can refer to the page with these names. */
  referring(names: Names): string[];
  /** Pages in whose text the build fills in something that it finds elsewhere. */
  readonly filledIn: () => readonly string[];
}

/** Says that the build fills in something in the text. */
export const FILLED_IN = '{}';
/** Refers by an id or an anchor, which can be any page's. */
const OPEN = /^(?:\[\[)?(?:id:|[#!])/;

/** `references`: of each page, as `PageDigest.references`. Each is taken apart once, when somebody asks. */
export function referenceIndex(references: ReadonlyMap<string, readonly string[]>): ReferenceIndex {
  const made = once(() => {
    const byName = new Map<string, string[]>();
    const open: string[] = [];
    for (const [path, refs] of references) {
      if (refs.some((reference) => OPEN.test(reference))) open.push(path);
      for (const name of new Set(refs.filter((each) => each !== FILLED_IN && !OPEN.test(each)).map(lastOf)))
        (byName.get(name) ?? byName.set(name, []).get(name))?.push(path);
    }
    return { byName, open };
  });
  return {
    referring({ last }) {
      const { byName, open } = made();
      return [...new Set([...open, ...[...last].flatMap((name) => byName.get(name) ?? [])])];
    },
    filledIn: once(() => [...references].flatMap(([path, refs]) => (refs.includes(FILLED_IN) ? [path] : []))),
  };
}

function lastOf(reference: string): string {
  const link = reference.replace(/^\[\[|\]\]$/g, '');
  const end = link.search(/[?#]/);
  const bare = (end < 0 ? link : link.slice(0, end)).replace(/\/$/, '').toLowerCase();
  return bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1);
}
