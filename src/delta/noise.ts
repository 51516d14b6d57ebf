import noiseTable from '../../companion/bengal_cache_companion/noise.json' with { type: 'json' };
import { canonicalJson } from '../core/canonical-json.ts';

/**
 * What differs between two full builds of the same sources, and is therefore no change: one table with its evidence
 * (`noise.json` of the companion), which the companion's own sample, the equality suite and the delta read.
 */
export interface NoiseRule {
  readonly name: string;
  /** Globs below the output folder: `*` within a name, `**` across folders. */
  readonly files: readonly string[];
  readonly kind: string;
  readonly pattern?: string;
  readonly unordered?: readonly string[];
  readonly undirected?: string;
  readonly digits?: number | null;
  readonly leave?: readonly string[];
  /** Where it was seen. */
  readonly evidence: string;
}

export const NOISE_RULES: readonly NoiseRule[] = noiseTable.rules;

/** Files whose bytes are text. What is not text holds no noise that anybody has seen. */
const TEXT = /\.(?:html?|xhtml|json|xml|rss|atom|txt|md|css|js|mjs|svg|hash|webmanifest|map|csv|ics)$/i;

type Mask = (text: string) => string;

const masks = NOISE_RULES.map((rule) => ({ applies: matcherOf(rule.files), mask: maskOf(rule) }));

/** Whether noise is looked for in a file: text for which the table has a rule. */
export function mayHoldNoise(path: string): boolean {
  return TEXT.test(path) && masks.some(({ applies }) => applies(path));
}

/** What is left of a file when everything that differs between two full builds is taken away. */
export function withoutNoise(path: string, text: string): string {
  return masks.filter(({ applies }) => applies(path)).reduce((rest, { mask }) => mask(rest), text);
}

function maskOf(rule: NoiseRule): Mask {
  switch (rule.kind) {
    case 'replace': {
      const pattern = new RegExp(rule.pattern ?? '(?!)', 'g');
      const literal = literalIn(pattern.source);
      return (text) => (text.includes(literal) ? text.replace(pattern, '') : text);
    }
    case 'lines':
      return (text) => text.split(/,?\n/).sort().join('\n');
    case 'whole':
      return () => '';
    case 'names':
      return onJson((value) => namesOf(value));
    case 'json':
      return onJson((value) => plain(value, rule));
    default:
      // A table of a later version: what nobody understands masks nothing.
      return (text) => text;
  }
}

/**
 * The longest text without which a pattern matches nothing; empty where that takes more than a look. Looking for it costs
 * a tenth of looking for the pattern.
 */
export function literalIn(pattern: string): string {
  const sure = pattern.replace(/\((?:\\.|[^()\\])*\)|\[(?:\\.|[^\]\\])*\]|\\./g, '.');
  if (/[()[\]\\|]/.test(sure)) return '';
  const runs = sure.split(/.(?:[?*]|\{0?,?\d*,?\d*\})\??|[.+^$]/);
  return runs.toSorted((left, right) => right.length - left.length)[0] ?? '';
}

/** What is no JSON, or nested deeper than anybody's, is compared as it is. */
function onJson(simplify: (value: unknown) => unknown): Mask {
  return (text) => {
    try {
      return canonicalJson(simplify(JSON.parse(text)));
    } catch {
      return text;
    }
  };
}

function plain(value: unknown, rule: NoiseRule, key = ''): unknown {
  const { digits = null, unordered = [], undirected, leave = [] } = rule;
  if (typeof value === 'number' && digits !== null) return Number(value.toFixed(digits));
  if (Array.isArray(value)) {
    const entries = value.map((entry) => plain(key === undirected ? turned(entry) : entry, rule));
    return unordered.includes(key) ? entries.map((entry) => canonicalJson(entry)).sort() : entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !leave.includes(name))
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
  if (typeof edge !== 'object' || edge === null || !('source' in edge) || !('target' in edge)) return edge;
  const [source, target] = [edge.source, edge.target].map(canonicalJson).sort();
  return { ...edge, source, target };
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map(
    (glob) =>
      new RegExp(
        `^${glob
          .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
          .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'))}$`,
      ),
  );
  return (path) => matchers.some((matcher) => matcher.test(path));
}
