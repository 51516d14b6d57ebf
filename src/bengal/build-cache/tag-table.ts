import { asStrings } from '../../core/json.ts';
import { sortedUnique } from '../../core/order.ts';
import { tagSlug } from '../slug.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';

interface Tags {
  /** Page -> tags as their authors wrote them. */
  readonly written: SetMap;
  /** Slug -> pages. */
  readonly pages: Relation;
  readonly known: Set<string>;
}

/** `page_tags`, `tag_to_pages`, `known_tags`. Since both absolute and relative pages stand in one map, they are united. */
export function tagsCodec(keys: PathKeys): GroupCodec<Tags> {
  const keyOf = (recorded: string): string => keys.ofRecorded(recorded);
  const asIs = (recorded: string): string => recorded;
  return {
    names: ['page_tags', 'tag_to_pages', 'known_tags'],
    decode: (read) => ({
      written: SetMap.fromJson(read('page_tags'), { key: keyOf, item: asIs }),
      pages: new Relation(SetMap.fromJson(read('tag_to_pages'), { key: asIs, item: keyOf })),
      known: new Set(asStrings(read('known_tags'))),
    }),
    encode: ({ written, pages, known }) => ({
      page_tags: written.toJson(),
      tag_to_pages: pages.forward.toJson(),
      known_tags: sortedUnique(known),
    }),
  };
}

/** Which tags each page carries, and which pages each tag has. Pages are keys. */
export class TagTable {
  readonly #group: LazyGroup<Tags>;

  constructor(group: LazyGroup<Tags>) {
    this.#group = group;
  }

  /** Page -> tags as written. Only to be read. */
  get written(): SetMap {
    return this.#group.value.written;
  }

  /** Slug -> pages. Only to be read. */
  get pages(): SetMap {
    return this.#group.value.pages.forward;
  }

  /** As written, not slugs. */
  tagsOf(page: string): ReadonlySet<string> {
    return this.#group.value.written.get(page);
  }

  pagesOf(slug: string): ReadonlySet<string> {
    return this.#group.value.pages.forward.get(slug);
  }

  slugs(): Set<string> {
    const { known, pages } = this.#group.value;
    return new Set([...known, ...pages.forward.keys()]);
  }

  /** Sets a page's tags in both directions. Answers every slug that the page had or has. */
  update(page: string, tags: Iterable<string>): Set<string> {
    const written = [...tags].filter((tag) => tagSlug(tag) !== undefined);
    const after = slugsOf(written);
    const before = this.#slugsBefore(page);
    const { pages, known, written: writtenTags } = this.#group.edit();
    for (const slug of before) {
      if (!after.has(slug) && pages.remove(slug, page)) known.delete(slug);
    }
    for (const slug of after) {
      pages.add(slug, page);
      known.add(slug);
    }
    writtenTags.replace(page, written);
    return new Set([...before, ...after]);
  }

  delete(page: string): void {
    const { written, pages } = this.#group.value;
    if (!written.has(page) && !pages.reverse.has(page)) return;
    const edited = this.#group.edit();
    edited.written.delete(page);
    for (const slug of edited.pages.removeRight(page)) edited.known.delete(slug);
  }

  clear(): void {
    const { written, pages, known } = this.#group.edit();
    written.clear();
    pages.clear();
    known.clear();
  }

  /** By either direction: in a state of Bengal they can disagree, and then a tag page may list what it should not. */
  #slugsBefore(page: string): Set<string> {
    const { written, pages } = this.#group.value;
    return new Set([...slugsOf(written.get(page)), ...pages.reverse.get(page)]);
  }
}

function slugsOf(tags: Iterable<string>): Set<string> {
  return new Set([...tags].flatMap((tag) => tagSlug(tag) ?? []));
}

/** `taxonomy_deps`: term such as `tag:python` -> pages. Empty since 0.1.9. */
export function termsCodec(keys: PathKeys): GroupCodec<Relation> {
  return {
    names: ['taxonomy_deps'],
    decode: (read) =>
      new Relation(
        SetMap.fromJson(read('taxonomy_deps'), { key: (term) => term, item: (page) => keys.ofRecorded(page) }),
      ),
    encode: (relation) => ({ taxonomy_deps: relation.forward.toJson() }),
  };
}

/** Which pages each taxonomy term affects. */
export class TermTable {
  readonly #group: LazyGroup<Relation>;

  constructor(group: LazyGroup<Relation>) {
    this.#group = group;
  }

  /** Term -> pages. Only to be read. */
  get pages(): SetMap {
    return this.#group.value.forward;
  }

  pagesOf(term: string): ReadonlySet<string> {
    return this.#group.value.forward.get(term);
  }

  add(term: string, page: string): void {
    this.#group.edit().add(term, page);
  }

  delete(page: string): void {
    if (this.#group.value.reverse.has(page)) this.#group.edit().removeRight(page);
  }

  clear(): void {
    this.#group.edit().clear();
  }
}
