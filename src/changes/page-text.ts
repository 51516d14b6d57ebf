import { isUtf8 } from 'node:buffer';
import { parseYaml, parseYamlWords } from '../config/yaml.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { sha256 } from '../core/digest.ts';
import type { JsonValue } from '../core/json.ts';
import { sortedUnique } from '../core/order.ts';
import type { PageDigest } from '../manifest/site-index.ts';
import { splitPage } from './front-matter.ts';
import { anchorsIn, referencesIn } from './text-references.ts';

/** What a page's source says, taken apart as far as other pages may care. */
export interface PageText {
  /** Top-level front matter, as YAML reads it; empty when there is none or it is no YAML. */
  readonly frontMatter: Readonly<Record<string, JsonValue>>;
  readonly body: string;
  /** The page's own title, or its first heading. */
  readonly title: string | undefined;
  readonly digest: PageDigest;
}

/** Excerpts and titles are made from fewer words of the source. */
const LEAD_WORDS = 320;
const WORD = /[\p{L}\p{N}_]+/gu;

/** The beginning of a text, with what stands between its words. */
function beginning(body: string, words: number): string {
  let seen = 0;
  for (const word of body.matchAll(WORD)) if (++seen === words) return body.slice(0, word.index + word[0].length);
  return body.trimEnd();
}

/** Front matter that cannot be taken apart counts as one key. */
export const WHOLE_FRONT_MATTER = '(front matter)';

/** Characters. No person writes more, and a parser of YAML takes long over much of it. */
const MOST_FRONT_MATTER = 64 * 1024;

/** Bengal fills in what stands in braces, such as the page's title. */
const SHOWS_FRONT_MATTER = /\{[{%]/;

/** Stands among the keys for the anchors that the text names. */
export const ANCHORS = '(anchors)';

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/** Takes a page apart. Like Bengal, what is no UTF-8 is read as Latin-1. */
export function readPageText(bytes: Uint8Array, path: string): PageText {
  const source = Buffer.from(bytes).toString(isUtf8(bytes) ? 'utf8' : 'latin1');
  const { frontMatter, body } = splitPage(source);
  const { values, digests } = MARKDOWN.test(path)
    ? readKeys(frontMatter)
    : { values: {}, digests: [[WHOLE_FRONT_MATTER, short(source)] as const] };
  const keys = new Map(digests);
  // A page without a title of its own takes it from its first heading, wherever the parser finds that.
  const heading = firstHeading(body);
  if (!keys.has('title')) keys.set('title', short(`${heading ?? ''}\0${beginning(body, LEAD_WORDS)}`));
  const anchors = anchorsIn(body);
  if (anchors !== '') keys.set(ANCHORS, short(anchors));
  const given = values['title'];
  const part = (text: string): string => short(SHOWS_FRONT_MATTER.test(text) ? `${frontMatter ?? ''}\0${text}` : text);
  return {
    frontMatter: values,
    body,
    title: typeof given === 'string' || typeof given === 'number' ? String(given) : heading,
    digest: {
      keys,
      text: short(`${frontMatter ?? ''}\0${body}`),
      body: part(body),
      lead: part(beginning(body, LEAD_WORDS)),
      words: body.match(/\S+/g)?.length ?? 0,
      references: referencesIn(body),
    },
  };
}

/** Text of the first line that `# ` stands before, without what closes it: `# Oil #` says `Oil`. */
function firstHeading(body: string): string | undefined {
  const mark = /^#\s+(?=\S)/m.exec(body);
  if (mark === null) return undefined;
  const start = mark.index + mark[0].length;
  const [line = ''] = /[^\n\r\u2028\u2029]*/.exec(body.slice(start)) ?? [];
  let end = line.length;
  while (end > 1 && line[end - 1] === '#') end--;
  return line.slice(0, end).trimEnd();
}

function readKeys(frontMatter: string | undefined): {
  values: Record<string, JsonValue>;
  digests: (readonly [string, string])[];
} {
  if (frontMatter === undefined) return { values: {}, digests: [] };
  const whole = { values: {}, digests: [[WHOLE_FRONT_MATTER, short(frontMatter)] as const] };
  if (frontMatter.length > MOST_FRONT_MATTER) return whole;
  try {
    const values = (parseYaml(frontMatter) ?? {}) as Record<string, JsonValue>;
    // Besides what the scalars mean, their spelling counts: Python tells 1 from 1.0.
    const spellings = (parseYamlWords(frontMatter) ?? {}) as Record<string, unknown>;
    if (typeof values !== 'object' || Array.isArray(values)) return whole;
    return {
      values,
      // YAML 1.1 renames keys such as `n` or `on`, so either may have keys that the other lacks.
      digests: sortedUnique([...Object.keys(values), ...Object.keys(spellings)]).map((key) => [
        key,
        short(canonicalJson([values[key], spellings[key]])),
      ]),
    };
  } catch {
    return whole;
  }
}

function short(text: string): string {
  return sha256(text).slice(0, 16);
}

/** Keys that were added, removed or changed. */
export function changedKeys(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  return new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
}
