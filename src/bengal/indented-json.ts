import type { JsonValue } from '../core/json.ts';
import { stringifyExact } from './exact-json.ts';

/** A string, a bracket or separator, or anything else of compact JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g;
const EMPTY: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * JSON as Python's `json.dump(value, file, indent=2)` writes it: ASCII, two spaces a level, empty containers closed at
 * once, no newline at the end. This is the form of Bengal's `indexes/*.json`
 * (https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py, `save_to_disk`). Long integers stay exact.
 */
export function indentedJson(value: JsonValue): string {
  const tokens = stringifyExact(value, { ascii: true }).match(TOKEN) ?? [];
  let depth = 0;
  const newline = (): string => `\n${'  '.repeat(depth)}`;
  const pieces: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token === '{' || token === '[') {
      depth++;
      pieces.push(next === EMPTY[token] ? token : token + newline());
    } else if (token === '}' || token === ']') {
      depth--;
      const before = tokens[index - 1];
      pieces.push(before !== undefined && EMPTY[before] === token ? token : newline() + token);
    } else {
      pieces.push(token === ',' ? token + newline() : token === ':' ? ': ' : token);
    }
  }
  return pieces.join('');
}
