import { join } from 'node:path';
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
 * Site asset -> outputs that it went into: its own, as Bengal's asset list says, or the style sheets that hold its
 * selectors. An asset that went nowhere that we can tell has no entry.
 */
export function readAssetOutputs(options: AssetSources): Map<string, string[]> {
  const folder = join(options.site, options.layout.outputDir);
  const listed = new Map(readAssetList(folder).filter(([, output]) => options.outputs.has(output)));
  const sheets = [...options.outputs].filter((path) => path.endsWith('.css'));
  let sheetWords: [path: string, words: ReadonlySet<string>][] | undefined;
  const found = new Map<string, string[]>();
  for (const path of options.sources) {
    const role = roleOf(path, options.layout);
    if (role.kind !== 'asset') continue;
    const own = listed.get(role.name);
    if (own !== undefined) {
      found.set(path, [own]);
      continue;
    }
    if (!path.endsWith('.css')) continue;
    sheetWords ??= sheets.map((sheet) => [sheet, selectorWords(neededText(join(folder, sheet)))]);
    const words = [...selectorWords(neededText(join(options.site, path)))].filter((word) => !COMMON_WORD.test(word));
    // Without a word of its own nobody can tell where it went.
    if (words.length > 0)
      found.set(
        path,
        sheetWords.filter(([, held]) => words.some((word) => held.has(word))).map(([sheet]) => sheet),
      );
  }
  return found;
}

/** Only those that Bengal's asset list names: of others, the old content would have to be known. */
export function readListedAssets({ site, layout, sources, outputs }: AssetSources): Map<string, string[]> {
  const listed = new Map(readAssetList(join(site, layout.outputDir)).filter(([, output]) => outputs.has(output)));
  return new Map(
    [...sources].flatMap((path) => {
      const role = roleOf(path, layout);
      const output = role.kind === 'asset' ? listed.get(role.name) : undefined;
      return output === undefined ? [] : [[path, [output]] as const];
    }),
  );
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
