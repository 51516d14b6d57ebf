import { basename, join } from 'node:path';
import { asString, entriesOf, field, type JsonValue } from '../core/json.ts';
import { sitePath } from '../core/paths.ts';
import { neededText } from '../disk/read.ts';
import { roleOf, type SiteLayout } from './layout.ts';

export interface AssetSources {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  /** Every source, as a site path. */
  readonly sources: Iterable<string>;
  /** Every output, relative to the output directory. */
  readonly outputs: ReadonlySet<string>;
}

/** Words of CSS that every style sheet holds; only the others tell where a sheet went. */
const COMMON_WORD =
  /^(?:root|html|body|main|nav|header|footer|article|section|aside|div|span|ul|ol|li|img|button|input|table|hover|focus|active|before|after|color|background|font|display|flex|grid|block|none|auto|var|calc|media|import|url|important|px|rem|em)$/;

/**
 * Site asset -> names of the assets that it went into: its own, where Bengal's asset list names it, or those of the
 * style sheets that hold its selectors. An asset that went nowhere that we can tell has no entry.
 */
export function readAssetNames(options: AssetSources): Map<string, string[]> {
  const folder = join(options.site, options.layout.outputDir);
  const listed = new Map(readAssetList(folder).filter(([, output]) => options.outputs.has(output)));
  const sheets = [...listed].filter(([, output]) => output.endsWith('.css'));
  let sheetWords: [name: string, words: ReadonlySet<string>][] | undefined;
  const found = new Map<string, string[]>();
  for (const path of options.sources) {
    const role = roleOf(path, options.layout);
    if (role.kind !== 'asset') continue;
    if (listed.has(role.name)) {
      found.set(path, [role.name]);
      continue;
    }
    if (!path.endsWith('.css')) continue;
    sheetWords ??= sheets.map(([name, output]) => [name, selectorWords(neededText(join(folder, output)))]);
    const words = [...selectorWords(neededText(join(options.site, path)))].filter((word) => !COMMON_WORD.test(word));
    // Without a word of its own nobody can tell where it went.
    if (words.length > 0)
      found.set(
        path,
        sheetWords.filter(([, held]) => words.some((word) => held.has(word))).map(([name]) => name),
      );
  }
  return found;
}

/** Changed assets -> style sheets of the site that name them, and so change with their addresses. */
export function readSheetsNaming(
  changed: readonly string[],
  { site, layout, sources }: Omit<AssetSources, 'outputs'>,
): Map<string, string[]> {
  const assets = changed.filter((path) => roleOf(path, layout).kind === 'asset' && !/\.(?:css|js|mjs)$/.test(path));
  const naming = new Map<string, string[]>();
  if (assets.length === 0) return naming;
  for (const path of sources) {
    const role = roleOf(path, layout);
    if (role.kind !== 'asset' || !path.endsWith('.css')) continue;
    const text = neededText(join(site, path));
    for (const asset of assets)
      if (text.includes(basename(asset))) (naming.get(asset) ?? naming.set(asset, []).get(asset))?.push(role.name);
  }
  return naming;
}

/** Names of classes, ids and custom properties. Minifiers keep them. */
function selectorWords(css: string): Set<string> {
  return new Set(Array.from(css.matchAll(/(?:[.#]|--)([A-Za-z_][\w-]*)/g), ([, name = '']) => name));
}

function readAssetList(folder: string): (readonly [name: string, output: string])[] {
  try {
    const value = JSON.parse(neededText(join(folder, 'asset-manifest.json'))) as JsonValue;
    return entriesOf(field(value, 'assets')).flatMap(([name, asset]) => {
      const output = sitePath(asString(field(asset, 'output_path')) ?? '');
      return output === undefined ? [] : [[name, output] as const];
    });
  } catch {
    // Without a list every asset is one that nobody can follow.
    return [];
  }
}
