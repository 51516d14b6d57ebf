import { parse as parseYaml } from 'yaml';
import { canonicalJson } from '../core/canonical-json.ts';
import { sha256, type Sha256 } from '../core/digest.ts';

/** A page's text in its two parts. */
export interface PageText {
  /** YAML between the fences, without them; empty when the page has none. */
  readonly frontMatter: string;
  readonly body: string;
}

const FENCED = /^\ufeff?---[ \t]*\n([\s\S]*?)\n?^---[ \t]*$\n?/m;

/** Splits a page's source. Line ends are made one kind first, as Python does when it reads text. */
export function splitPage(source: string): PageText {
  const text = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const match = FENCED.exec(text);
  return match?.index === 0
    ? { frontMatter: match[1] ?? '', body: text.slice(match[0].length) }
    : { frontMatter: '', body: text };
}

/**
 * Digest of what the front matter says: comments, key order and quoting do not count. Front matter that is no YAML is
 * compared by its text.
 */
export function frontMatterDigest(source: string): Sha256 {
  const { frontMatter } = splitPage(source);
  try {
    return sha256(canonicalJson(parseYaml(frontMatter, { version: '1.1', logLevel: 'error' })));
  } catch {
    return sha256(`not YAML: ${frontMatter}`);
  }
}
