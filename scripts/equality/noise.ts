/** The companion's own table of what differs between two full builds (`noise.json`), applied to whole files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../src/core/canonical-json.ts';

const TABLE = join(import.meta.dirname, '..', '..', 'companion', 'bengal_cache_companion', 'noise.json');

type Rule = { readonly name: string; readonly files: readonly string[]; readonly evidence: string } & (
  | { readonly kind: 'replace'; readonly pattern: string }
  | {
      readonly kind: 'json';
      readonly unordered: readonly string[];
      readonly undirected?: string;
      readonly digits: number | null;
      readonly leave: readonly string[];
    }
  | { readonly kind: 'lines' | 'names' | 'whole' }
);

type Mask = (text: string) => string;

interface Masked {
  readonly applies: (file: string) => boolean;
  readonly mask: Mask;
}

const rules: readonly Masked[] = (JSON.parse(readFileSync(TABLE, 'utf8')) as { rules: readonly Rule[] }).rules.map(
  (rule) => ({ applies: globs(rule.files), mask: maskOf(rule) }),
);

/** What is left of a file when everything that differs between two full builds is taken away. */
export function withoutNoise(file: string, text: string): string {
  return rules.filter(({ applies }) => applies(file)).reduce((rest, { mask }) => mask(rest), text);
}

function maskOf(rule: Rule): Mask {
  switch (rule.kind) {
    case 'replace': {
      const pattern = new RegExp(rule.pattern, 'g');
      return (text) => text.replace(pattern, '');
    }
    case 'lines':
      return (text) => text.split(/,?\n/).sort().join('\n');
    case 'names':
      return (text) => canonicalJson(namesOf(JSON.parse(text)));
    case 'whole':
      return () => '';
    case 'json':
      return (text) => {
        try {
          return canonicalJson(plain(JSON.parse(text), rule));
        } catch (error) {
          if (error instanceof SyntaxError) return text;
          throw error;
        }
      };
  }
}

type JsonRule = Extract<Rule, { kind: 'json' }>;

function plain(value: unknown, rule: JsonRule, key = ''): unknown {
  if (typeof value === 'number' && rule.digits !== null) return Number(value.toFixed(rule.digits));
  if (Array.isArray(value)) {
    const entries = value.map((entry) => plain(key === rule.undirected ? turned(entry) : entry, rule));
    if (!rule.unordered.includes(key)) return entries;
    return entries.map((entry) => canonicalJson(entry)).sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !rule.leave.includes(name))
      .map(([name, entry]) => [name, plain(entry, rule, name)]),
  );
}

/** The tables of a reference, with the names in them and nothing of what they lead to. */
function namesOf(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 2) return null;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, namesOf(entry, depth + 1)]));
}

/** A link without its direction. */
function turned(edge: unknown): unknown {
  const { source, target, ...rest } = edge as { source: string; target: string };
  const [first, second] = [source, target].sort();
  return { ...rest, source: first, target: second };
}

function globs(patterns: readonly string[]): (file: string) => boolean {
  const matchers = patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
          .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'))}$`,
      ),
  );
  return (file) => matchers.some((matcher) => matcher.test(file));
}
