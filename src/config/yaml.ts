import {
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type DocumentOptions,
  type SchemaOptions,
} from 'yaml';
import { canonicalJson } from '../core/canonical-json.ts';

/** What YAML says to PyYAML (1.1: `yes` is true, `010` is eight). Throws for what is no YAML. */
export function parseYaml(text: string): unknown {
  return parseWith(text, { version: '1.1' });
}

/** The same with every scalar as the words that stand there. */
export function parseYamlWords(text: string): unknown {
  return parseWith(text, { schema: 'failsafe' });
}

/**
 * Text that is equal for equal YAML: comments, key order, quoting and layout do not count. JavaScript takes 1 and 1.0,
 * `y` and `yes`, a date and a time for the same, and Python does not; so the words of the scalars count besides what
 * they mean. Throws for what is no YAML.
 */
export function canonicalYaml(text: string): string {
  return canonicalJson([parseYaml(text), parseYamlWords(text)]);
}

/**
 * Not `parse` of the library: to look for keys that stand twice takes it the square of their number, and to quote the
 * text at every error the square of its length.
 */
function parseWith(text: string, options: DocumentOptions & SchemaOptions): unknown {
  const lineCounter = new LineCounter();
  const cheap = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(text, { ...options, ...cheap, lineCounter });
  const problem = document.errors[0] ?? firstRepeated(document);
  if (problem === undefined) return document.toJS();
  const { line, col } = lineCounter.linePos(problem.pos[0]);
  throw new Error(`${problem.message} at line ${String(line)}, column ${String(col)}`);
}

interface Problem {
  readonly message: string;
  /** Offsets in the text. */
  readonly pos: readonly [number, number];
}

/** The first key that stands twice in one mapping. */
function firstRepeated(document: Document.Parsed): Problem | undefined {
  let found: Problem | undefined;
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (known.has(key.value)) found = { message: 'Map keys must be unique', pos: [at, at] };
        known.add(key.value);
      }
      return found === undefined ? undefined : visit.BREAK;
    },
  });
  return found;
}
