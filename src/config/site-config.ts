import { digestOfParts, type Sha256 } from '../core/digest.ts';
import { asFiniteNumber, asString, entriesOf, field, isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { settingsOf, type ConfigSettings } from './config-keys.ts';
import { findDocumented } from './documented.ts';
import { bengalVariables, environmentName, settingOfVariable, type Variables } from './environment.ts';
import { explicitBaseUrl, inferFromPlatform, withVariables, type Inferred } from './platform.ts';
import { readConfig, readSiteCode, readThemeManifests } from './read-config.ts';
import { findUnrecordedInputs } from './unrecorded.ts';

/** What we know of a site's configuration without running Bengal. */
export interface SiteConfig {
  /** `production`, `preview`, `local` or another name. */
  readonly environment: string;
  /** Files that feed it, relative to the site root. */
  readonly files: readonly string[];
  /** Where Bengal writes, relative to the site root. */
  readonly outputDir: SitePath;
  readonly contentDir: SitePath;
  /** What API documentation is made from, relative to the site; `../` leads out of it. */
  readonly documented: readonly string[];
  /** False: the base URL is inferred from the platform. */
  readonly explicitBaseUrl: boolean;
  /** The base URL that the site sets; `undefined` when it sets none or something that is no text. */
  readonly baseUrl: string | undefined;
  /** What Bengal adds from the platform's variables; on GitHub the branch can be part of it. */
  readonly inferred: Inferred;
  /** What files, variables and platform say, setting by setting; Bengal's defaults are not among them. */
  readonly settings: ConfigSettings;
  /** Settings of `settings` that `BENGAL_*` variables made. */
  readonly fromVariables: ReadonlySet<string>;
  /** A configuration file that Bengal does not read, because a `config` folder without settings stands beside it. */
  readonly overshadowed: string | undefined;
  /** What a build reads that nobody records, a sentence each. */
  readonly unrecorded: readonly string[];
  /** Entries on one page of a listing. */
  readonly perPage: number;
  /** Our digest of all that feeds the configuration: equal means equal, for the same Bengal version. */
  readonly fingerprint: Sha256;
  /** Files that could not be read or parsed. */
  readonly problems: readonly string[];
  /** A file of which not even the bytes are known, so that the fingerprint says nothing. */
  readonly unreadable: string | undefined;
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
  const resolved = withVariables(merged, options.variables);
  const inferred = inferFromPlatform({ config: resolved, kind: sources.kind, variables: options.variables });
  const variables = bengalVariables(options.variables);
  const siteCode = readSiteCode(options.site);
  const baseUrl = explicitBaseUrl({ config: resolved, kind: sources.kind });
  const outputDir = folder(merged, 'output_dir', 'public');
  const contentDir = folder(merged, 'content_dir', 'content');
  return {
    environment,
    files: sources.files.map((file) => file.path),
    outputDir: options.outputDir ?? outputDir.path,
    contentDir: contentDir.path,
    documented: findDocumented(merged),
    explicitBaseUrl: baseUrl !== undefined,
    baseUrl: asString(baseUrl),
    inferred,
    settings: new Map([
      ...settingsOf(resolved),
      ...inferred.settings.map(([key, value]) => [key, JSON.stringify(value)] as const),
    ]),
    fromVariables: new Set(variables.map(([name]) => settingOfVariable(name).join('.'))),
    overshadowed: sources.overshadowed,
    unrecorded: findUnrecordedInputs(resolved, { collections: siteCode, themes: readThemeManifests(options.site) }),
    perPage: asFiniteNumber(field(field(merged, 'pagination'), 'per_page')) ?? 10,
    fingerprint: digestOfParts([
      ['kind', sources.kind],
      ['environment', environment],
      ['profile', options.profile ?? ''],
      ...sources.files.map((file) => [`file ${file.path}`, file.canonical] as const),
      ...variables.map(([name, value]) => [`variable ${name}`, value] as const),
      ...inferred.settings.map(([key, value]) => [`inferred ${key}`, value] as const),
      // Bengal runs it, whatever the configuration says.
      ...(siteCode === undefined ? [] : [['code', siteCode] as const]),
    ]),
    problems: sources.files.flatMap((file) => (file.problem === undefined ? [] : [`${file.path}: ${file.problem}`])),
    unreadable: sources.files.find((file) => !file.readable)?.path,
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
