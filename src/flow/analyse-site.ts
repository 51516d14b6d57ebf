import { resolve } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { looksLikeSite } from '../config/read-config.ts';
import { UserError } from '../core/user-error.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Report } from '../report/report.ts';
import { analyse } from './analyse.ts';
import { lookAtBengal } from './ask-bengal.ts';

/** A site, and how it is built. */
export interface SiteOptions {
  /** Folder of the site. */
  readonly site: string;
  /** The environment of the build, usually `process.env`: configuration depends on it. */
  readonly variables: Variables;
  /** As `bengal build --environment`. */
  readonly environment?: string;
  /** As `bengal build --profile`. */
  readonly profile?: string;
  /** As `bengal build --config`, relative to the site. */
  readonly config?: string;
  /** Where the build writes, relative to the site; what the configuration says when absent. */
  readonly outputDir?: string;
  /** Further arguments that are given to `bengal build`. */
  readonly buildFlags?: readonly string[];
  /** The Python that has Bengal: a path or a name; looked for when absent. */
  readonly python?: string;
  /** Whether to ask the site's own Bengal, which runs it; `true` when absent. */
  readonly probe?: boolean;
}

/**
 * What the command `report` says of a site: what changed since the state that lies in it was built, which pages that
 * affects and why, and what the build should do. Writes nothing.
 *
 * @throws UserError for bad input, or a configuration that leads out of the site.
 */
export async function analyseSite(options: SiteOptions): Promise<Report> {
  const { inputs, probe } = await ask(options);
  const { variables } = options;
  const common = {
    inputs,
    probe,
    variables,
    cache: { kind: 'not-asked' },
    unprepared: undefined,
    warnings: [],
  } as const;
  return (await analyse({ ...common, policy: 'auto' })).report;
}

export type SiteConfigHash =
  /** 16 hexadecimal digits, as in `BuildCache.configHash`, with the versions of who computed it. */
  | { readonly kind: 'known'; readonly hash: string; readonly bengal: string | undefined; readonly python: string }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * The hash of a site's configuration as Bengal resolves it: files, `BENGAL_*` variables, environment and profile. The site's
 * own Bengal computes it, in a process.
 *
 * @throws UserError for bad input.
 */
export async function siteConfigHash(options: SiteOptions): Promise<SiteConfigHash> {
  const { probe } = await ask(options);
  if (probe.kind !== 'answered') return { kind: 'unknown', why: probe.why ?? 'nobody was to ask Bengal' };
  const { configHash: hash, bengal, python } = probe.facts;
  return { kind: 'known', hash, bengal, python };
}

async function ask(options: SiteOptions): ReturnType<typeof lookAtBengal<SiteInputs>> {
  const { variables, probe = true } = options;
  const workspace = resolve(options.site);
  return await lookAtBengal({ ...parse(options, workspace), probe }, { variables, workspace });
}

function parse(options: SiteOptions, workspace: string): SiteInputs {
  const { environment, profile, config, outputDir, buildFlags, python } = options;
  const given = { environment, profile, config, 'output-dir': outputDir, 'build-flags': buildFlags?.join(' '), python };
  const named = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const parsed = parseSiteInputs({ site: '.', ...Object.fromEntries(named) }, { workspace, folder: folderKind });
  if (parsed.ok) return parsed.value;
  throw new UserError(parsed.problems.map((problem) => problem.replace(/^Input `([^`]*)`/, 'Option `$1`')));
}

function folderKind(path: string): 'site' | 'no-site' {
  return looksLikeSite(path) ? 'site' : 'no-site';
}
