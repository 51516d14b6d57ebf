import { asFiniteNumber, asString, asStrings, entriesOf, field, type JsonValue } from '../core/json.ts';
import { failed, ok, type Result } from '../core/result.ts';

/** Bengal's options for the question. The answer writes into the state, and the development version into the output. */
export const SELECTION_ARGS = ['build', '--incremental', '--dry-run', '--explain-json'] as const;

/** What Bengal says it would rebuild. Listings of tags are not in it: Bengal selects them later. */
export interface BengalSelection {
  /** Page key (site path, or pseudo path of API documentation) -> Bengal's reason code, such as `content_changed`. */
  readonly named: ReadonlyMap<string, string>;
  /** Keys of pages that Bengal leaves as they are. */
  readonly skipped: ReadonlySet<string>;
  /** How many pages it selects: more than it names when it takes everything, or loses a reason on the way. */
  readonly count: number;
  /** It leaves no page as it is. */
  readonly everything: boolean;
  /** Style sheets and scripts for whose sake it rebuilds every page. */
  readonly assets: readonly string[];
}

/**
 * Reads the answer out of everything that Bengal printed: a banner and warnings come before the JSON value, and a
 * summary after it. Its braces have lines of their own, and nothing within it does.
 */
export function parseSelection(stdout: string, roots: readonly string[]): Result<BengalSelection, string> {
  const lines = stdout.split(/\r?\n/);
  const start = lines.lastIndexOf('{');
  const value = parse(lines.slice(start, lines.indexOf('}', start) + 1).join('\n'));
  const count = asFiniteNumber(field(value, 'pages_to_build'));
  if (count === undefined) {
    const error = asString(field(value, 'error'));
    return failed(error === undefined ? 'its output holds no JSON with pages_to_build' : `it says: ${error}`);
  }
  const keyOf = (path: string): string => {
    const root = roots.find((each) => path.startsWith(`${each}/`));
    return root === undefined ? path : path.slice(root.length + 1);
  };
  const named = entriesOf(field(value, 'rebuild_reasons')).map(
    ([path, reason]) => [keyOf(path), asString(field(reason, 'code')) ?? 'unknown'] as const,
  );
  return ok({
    named: new Map(named),
    skipped: new Set(entriesOf(field(value, 'skip_reasons')).map(([path]) => keyOf(path))),
    count,
    everything: count > 0 && field(value, 'pages_skipped') === 0,
    assets: field(value, 'fingerprint_changes') === true ? asStrings(field(value, 'asset_changes')) : [],
  });
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The caller says what it looked for.
    return null;
  }
}
