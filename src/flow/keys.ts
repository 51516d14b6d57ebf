import { relative } from 'node:path';
import { readPresentTree } from '../changes/present.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { digestOfParts } from '../core/digest.ts';
import { toPosix } from '../core/paths.ts';
import type { SiteInputs } from '../inputs/inputs.ts';

/** Under which key a tree is stored, and under which prefixes an older tree will do. */
export interface CacheKeys {
  readonly key: string;
  /** From near to far. */
  readonly restoreKeys: readonly string[];
}

export interface KeyOptions {
  readonly prefix: string;
  readonly inputs: SiteInputs;
  readonly site: SiteConfig;
  /** Absolute; the site's place in it tells the sites of one repository apart. */
  readonly workspace: string;
  /** Such as `linux-x64`: the state holds absolute paths. */
  readonly platform: string;
}

/** Layout of what we store. Another number finds no older entries. */
const FORMAT = 'v1';

/**
 * Keys read from left to right like a path, each part ending with a slash, so that `site-1` is no prefix of `site-10`.
 * The last two parts are digests of the configuration and of the sources: equal sources are an exact hit.
 */
export function cacheKeys({ prefix, inputs, site, workspace, platform }: KeyOptions): CacheKeys {
  const layout = { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files };
  const { sources } = readPresentTree({ site: inputs.site, layout, recorded: [], alsoLookAt: [] });
  const tree = digestOfParts([...sources].map(([path, file]) => [path, file.sha256]));
  const where = toPosix(relative(workspace, inputs.site)) || '.';
  const parts = [
    prefix,
    FORMAT,
    platform,
    `python-${inputs.pythonVersion ?? 'any'}`,
    `bengal-${inputs.bengalVersion ?? 'any'}`,
    `site-${slug(where)}`,
    slug(site.environment),
  ];
  const near = `${parts.join('/')}/config-${site.fingerprint.slice(0, 16)}/`;
  return { key: `${near}tree-${tree.slice(0, 32)}`, restoreKeys: [near] };
}

/** A part of a key: no slash, comma or blank. */
function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '~').slice(0, 80);
}
