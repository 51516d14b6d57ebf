import { asString, field, isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { ConfigSources } from './read-config.ts';
import { bengalVariables, onGithub, onNetlify, onVercel, settingOfVariable, type Variables } from './environment.ts';

/** What Bengal adds to the configuration by itself, from the variables of the platform that builds. */
export interface Inferred {
  /** Setting -> value; in the order in which Bengal writes them. */
  readonly settings: readonly (readonly [setting: string, value: string])[];
  /** Whether one of them is the branch: then every branch has another configuration. */
  readonly hasBranch: boolean;
}

const NOTHING: Inferred = { settings: [], hasBranch: false };

/** The configuration of the files with every `BENGAL_*` variable written into it, as Bengal does, as text. */
export function withVariables(config: JsonObject, variables: Variables): JsonObject {
  return bengalVariables(variables).reduce((all, [name, value]) => {
    const path = settingOfVariable(name);
    return path.length === 0 ? all : withSetting(all, path, value);
  }, config);
}

function withSetting(config: JsonObject, [key = '', ...rest]: readonly string[], value: string): JsonObject {
  const below = field(config, key);
  const inner = rest.length === 0 ? value : withSetting(isObject(below) ? below : {}, rest, value);
  return Object.fromEntries([...Object.entries(config).filter(([name]) => name !== key), [key, inner]]);
}

export interface PlatformFacts {
  /** What the files say, with the variables of Bengal in it. */
  readonly config: JsonObject;
  readonly kind: ConfigSources['kind'];
  readonly variables: Variables;
}

/**
 * Where the site itself says where it is served: then no platform is asked. An empty text counts, a null does not. Nor
 * does an address at the top of a single file: Bengal looks for it in the section `site`, and only a folder of
 * configuration has it moved there.
 */
export function explicitBaseUrl({ config, kind }: Omit<PlatformFacts, 'variables'>): JsonValue | undefined {
  const site = field(config, 'site');
  if (isObject(site) && Object.hasOwn(site, 'baseurl')) return site['baseurl'] ?? undefined;
  const atTop = field(config, 'baseurl') ?? undefined;
  return kind === 'directory' || atTop === '' ? atTop : undefined;
}

export function inferFromPlatform({ config, kind, variables }: PlatformFacts): Inferred {
  const explicit = explicitBaseUrl({ config, kind }) ?? variableOf(variables, 'BENGAL_BASEURL', 'BENGAL_BASE_URL');
  if (explicit !== undefined) return NOTHING;
  const url = netlifyUrl(variables) ?? vercelUrl(variables);
  if (url !== undefined) return { settings: [['site.baseurl', url.replace(/\/+$/, '')]], hasBranch: false };
  return onGithub(variables) ? inferFromGithub(config, variables) : NOTHING;
}

function netlifyUrl(variables: Variables): string | undefined {
  return onNetlify(variables) ? variableOf(variables, 'URL', 'DEPLOY_PRIME_URL') : undefined;
}

function vercelUrl(variables: Variables): string | undefined {
  const host = onVercel(variables) ? variableOf(variables, 'VERCEL_URL') : undefined;
  return host === undefined || /^https?:\/\//.test(host) ? host : `https://${host}`;
}

function inferFromGithub(config: JsonObject, variables: Variables): Inferred {
  const [, owner, name] = /^([^/]*)\/(.*)$/s.exec(variables['GITHUB_REPOSITORY'] ?? '') ?? [];
  if (owner === undefined || name === undefined) return NOTHING;
  const isRoot = variables['GITHUB_PAGES_ROOT'] === 'true' || name === `${owner}.github.io`;
  const server = (variables['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, '');
  const branch = (variables['GITHUB_REF_NAME'] ?? 'main').replace(/^refs\/heads\//, '') || 'main';
  const params = field(config, 'params');
  const settings: (readonly [string, string])[] = [['site.baseurl', isRoot ? '' : `/${name}`.replace(/\/+$/, '')]];
  if (isOpen(field(params, 'repo_url'))) settings.push(['params.repo_url', `${server}/${owner}/${name}`]);
  const hasBranch = isOpen(field(params, 'colab_branch'));
  if (hasBranch) settings.push(['params.colab_branch', branch]);
  return { settings, hasBranch };
}

/** Missing or blank. An empty text is an answer: the site wants none. */
function isOpen(value: JsonValue | undefined): boolean {
  return value !== '' && (asString(value) ?? (value ? 'set' : '')).trim() === '';
}

function variableOf(variables: Variables, ...names: readonly string[]): string | undefined {
  return names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
}
