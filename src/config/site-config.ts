import { digestOfParts, type Sha256 } from '../core/digest.ts';
import { asFiniteNumber, asString, entriesOf, field, isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { bengalVariables, environmentName, platformVariables, type Variables } from './environment.ts';
import { readConfig } from './read-config.ts';

/** What we know of a site's configuration without running Bengal. */
export interface SiteConfig {
  /** `production`, `preview`, `local` or another name. */
  readonly environment: string;
  /** Files that feed it, relative to the site root. */
  readonly files: readonly string[];
  /** Where Bengal writes, relative to the site root. */
  readonly outputDir: SitePath;
  readonly contentDir: SitePath;
  /** False: the base URL is inferred from the platform, and on GitHub the branch name enters Bengal's own hash. */
  readonly explicitBaseUrl: boolean;
  /** Entries on one page of a listing. */
  readonly perPage: number;
  /** Our digest of all that feeds the configuration: equal means equal, for the same Bengal version. */
  readonly fingerprint: Sha256;
  /** Files that could not be read or parsed. */
  readonly problems: readonly string[];
  /** Settings that lead out of the site: nothing may be read or written there. */
  readonly errors: readonly string[];
}

export interface SiteConfigOptions {
  readonly site: string;
  readonly environment: string | undefined;
  readonly profile: string | undefined;
  readonly configFile: string | undefined;
  readonly outputDir: SitePath | undefined;
  readonly variables: Variables;
}

/** Reads the configuration of a site. Never throws for what the files hold. */
export function readSiteConfig(options: SiteConfigOptions): SiteConfig {
  const environment = environmentName(options.environment, options.variables);
  const sources = readConfig({ site: options.site, environment, profile: options.profile, file: options.configFile });
  const merged = sources.files.reduce<JsonObject>((all, file) => merge(all, file.value ?? {}), {});
  const explicitBaseUrl = setting(merged, 'site', 'baseurl') !== undefined;
  const outputDir = folder(merged, 'output_dir', 'public');
  const contentDir = folder(merged, 'content_dir', 'content');
  return {
    environment,
    files: sources.files.map((file) => file.path),
    outputDir: options.outputDir ?? outputDir.path,
    contentDir: contentDir.path,
    explicitBaseUrl,
    perPage: asFiniteNumber(field(field(merged, 'pagination'), 'per_page')) ?? 10,
    fingerprint: digestOfParts([
      ['kind', sources.kind],
      ['environment', environment],
      ['profile', options.profile ?? ''],
      ...sources.files.map((file) => [`file ${file.path}`, file.canonical] as const),
      ...bengalVariables(options.variables).map(([name, value]) => [`variable ${name}`, value] as const),
      ...(explicitBaseUrl ? [] : platformVariables(options.variables)).map(
        ([name, value]) => [`platform ${name}`, value] as const,
      ),
    ]),
    problems: sources.files.flatMap((file) => (file.problem === undefined ? [] : [`${file.path}: ${file.problem}`])),
    errors: [...(options.outputDir === undefined ? outputDir.errors : []), ...contentDir.errors],
  };
}

/** Mappings merge, everything else is replaced. */
function merge(base: JsonObject, over: JsonObject): JsonObject {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of entriesOf(over)) {
    const below = merged.get(key);
    merged.set(key, isObject(below) && isObject(value) ? merge(below, value) : value);
  }
  return Object.fromEntries(merged);
}

/** A setting may stand in its section or at the top. */
function setting(config: JsonObject, section: string, name: string): JsonValue | undefined {
  return field(field(config, section), name) ?? field(config, name);
}

function folder(config: JsonObject, name: string, usual: string): { path: SitePath; errors: string[] } {
  const given = asString(setting(config, 'build', name));
  const path = sitePath(given === undefined || given === '' ? usual : given);
  if (path !== undefined) return { path, errors: [] };
  return {
    path: usual as SitePath,
    errors: [`Configuration \`build.${name}\`: expected a folder inside the site, got ${JSON.stringify(given)}`],
  };
}
