import { asStrings, entriesOf, field, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { StoredFile } from '../cache-store-file.ts';

/** What this module needs of a tag. */
interface TaggedPages {
  readonly pagePaths: readonly string[];
}

/** The field in which the taxonomy index keeps its other direction: page -> slugs, in no particular order. */
const FIELD = 'page_to_tags';

/** The other direction of an index of tags: page -> slugs. */
export function tagsByPage(tags: ReadonlyMap<string, TaggedPages>): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>();
  for (const [slug, { pagePaths }] of tags) {
    for (const page of pagePaths) {
      const slugs = pages.get(page);
      if (slugs) slugs.add(slug);
      else pages.set(page, new Set([slug]));
    }
  }
  return pages;
}

/** Where the stored map from pages to slugs and the tags disagree, if they do. Version 1 of the file had no such map. */
export function contradictionBetween({ otherFields, entries }: StoredFile<TaggedPages>): string | undefined {
  if (otherFields['version'] === 1) return undefined;
  const missing = tagsByPage(entries);
  const problems: string[] = [];
  for (const [page, stored] of entriesOf(field(otherFields, FIELD))) {
    const slugs = missing.get(page);
    if (!isListOfStrings(stored)) problems.push(`the tags of ${quoted(page)} are no list of strings`);
    for (const slug of new Set(asStrings(stored))) {
      if (!entries.has(slug)) problems.push(`${quoted(page)} has the tag ${quoted(slug)}, which is not there`);
      else if (slugs?.delete(slug) !== true)
        problems.push(`the tag ${quoted(slug)} does not list its page ${quoted(page)}`);
    }
  }
  for (const [page, slugs] of missing) {
    for (const slug of slugs) problems.push(`the tag ${quoted(slug)} lists ${quoted(page)}, which does not have it`);
  }
  const [first] = problems;
  return (
    first &&
    `its two directions disagree ${problems.length === 1 ? 'once' : `${problems.length} times, first`}: ${first}`
  );
}

/** The map from pages to slugs, in the order of the one that was stored, so that a rewritten file differs little. */
export function pageTagsField({ otherFields, entries }: StoredFile<TaggedPages>): JsonObject {
  const present = tagsByPage(entries);
  const ordered = new Map<string, string[]>();
  for (const [page, stored] of entriesOf(field(otherFields, FIELD))) {
    const slugs = present.get(page);
    if (slugs)
      ordered.set(
        page,
        asStrings(stored).filter((slug) => slugs.delete(slug)),
      );
  }
  for (const [page, slugs] of present) ordered.set(page, [...(ordered.get(page) ?? []), ...slugs]);
  return { [FIELD]: Object.fromEntries(ordered) };
}

function isListOfStrings(value: JsonValue): boolean {
  return Array.isArray(value) && asStrings(value).length === value.length;
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}...` : name);
}
