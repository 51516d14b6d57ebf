import { asString, entriesOf, field, type JsonValue } from '../core/json.ts';
import { byCodeUnit } from '../core/order.ts';
import type { Report } from '../report/report.ts';

/** Who says that a page has to be built. */
export interface Verification {
  /** Pages with a source that both select, by site path. */
  readonly both: readonly string[];
  /** Selected by us alone: Bengal's incremental build would leave them as they are. */
  readonly onlyUs: readonly string[];
  /** Selected by Bengal alone, with its reason: an error in us. */
  readonly onlyBengal: readonly { readonly page: string; readonly reason: string }[];
  /** Bengal selects every page, and names none. */
  readonly bengalSelectsAll: boolean;
}

/** What `bengal build --incremental --dry-run --explain-json` says. */
export interface BengalSelection {
  /** Site path or key of a page -> Bengal's reason code. */
  readonly pages: ReadonlyMap<string, string>;
  readonly count: number;
  readonly skipped: number;
}

/** Reads Bengal's answer: banners and warnings come before the JSON value, which starts at a line of its own. */
export function readBengalSelection(stdout: string, site: string): BengalSelection | undefined {
  const lines = stdout.split('\n');
  for (let at = lines.lastIndexOf('{'); at >= 0; at = lines.lastIndexOf('{', at - 1)) {
    const value = parse(lines.slice(at).join('\n'));
    const count = field(value, 'pages_to_build');
    if (typeof count !== 'number') continue;
    const root = `${site}/`;
    const pages = entriesOf(field(value, 'rebuild_reasons')).map(
      ([page, reason]) =>
        [page.startsWith(root) ? page.slice(root.length) : page, asString(field(reason, 'code')) ?? 'unknown'] as const,
    );
    return { pages: new Map(pages), count, skipped: Number(field(value, 'pages_skipped') ?? 0) };
  }
  return undefined;
}

/** Compares page by page. Listings of tags are not compared: Bengal selects them later, and names them never. */
export function verify(report: Report, bengal: BengalSelection): Verification {
  const ours = new Set(report.affected.pages.flatMap((page) => (page.source === null ? [] : [page.source])));
  const covers = (page: string): boolean => report.affected.all || report.gate.mode === 'full' || ours.has(page);
  const both = [...bengal.pages.keys()].filter((page) => ours.has(page));
  return {
    both: both.sort(byCodeUnit),
    onlyUs: [...ours].filter((page) => !bengal.pages.has(page)).sort(byCodeUnit),
    onlyBengal: [...bengal.pages]
      .filter(([page]) => !covers(page))
      .map(([page, reason]) => ({ page, reason }))
      .sort((left, right) => byCodeUnit(left.page, right.page)),
    bengalSelectsAll: bengal.count > 0 && bengal.pages.size === 0,
  };
}

export function verificationText(result: Verification): string {
  const lines = [
    ...result.onlyBengal.map(
      ({ page, reason }) => `  only Bengal  ${page} (${reason}): an error in us, please report it`,
    ),
    ...result.onlyUs.map((page) => `  only we      ${page}: Bengal's incremental build leaves it as it is`),
    ...result.both.map((page) => `  both         ${page}`),
    ...(result.bengalSelectsAll ? ['  Bengal selects every page and gives no reasons'] : []),
  ];
  return `Verified against Bengal: ${result.both.length} pages by both, ${result.onlyUs.length} only by us, ${result.onlyBengal.length} only by Bengal\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}`;
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The last line that is a brace may be inside the value; an earlier one is tried next.
    return null;
  }
}
