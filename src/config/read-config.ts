import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { canonicalJson } from '../core/canonical-json.ts';
import { isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { byCodeUnit } from '../core/order.ts';
import { messageOf } from '../core/result.ts';
import { isThere, look, lookThrough } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readBytes, neededText, readFolderThrough } from '../disk/read.ts';
import { environmentFileNames } from './environment.ts';
import { canonicalYaml, parseYaml } from './yaml.ts';

/** One file that feeds Bengal's configuration. */
export interface ConfigFile {
  /** Relative to the site root, POSIX; absolute for a file given by `--config` elsewhere. */
  readonly path: string;
  /** What it says; `undefined` when it cannot be parsed (then only its bytes can be compared). */
  readonly value: JsonObject | undefined;
  /** What it says, without comments, order and spelling; its bytes when it cannot be parsed. */
  readonly canonical: string | Uint8Array;
  readonly problem: string | undefined;
  /** False: not even its bytes are known. */
  readonly readable: boolean;
}

export interface ConfigSources {
  readonly kind: 'file' | 'directory' | 'none';
  /** In the order in which Bengal merges them: later ones win. */
  readonly files: readonly ConfigFile[];
  /** A single file that does not count, because the folder beside it does, and holds no settings. */
  readonly overshadowed: string | undefined;
}

export interface ConfigChoice {
  /** Site root, absolute. */
  readonly site: string;
  readonly environment: string;
  readonly profile: string | undefined;
  /** `--config FILE`, absolute. */
  readonly file: string | undefined;
}

/** Anything larger is no configuration written by a person; only its bytes are compared. */
const MAX_PARSED_BYTES = 4 * 1024 * 1024;
const SINGLE_FILES = ['bengal.toml', 'bengal.yaml', 'bengal.yml'];

/** Finds and parses the files that Bengal would read, by its rules. Never throws for their content. */
export function readConfig(choice: ConfigChoice): ConfigSources {
  const { site } = choice;
  if (choice.file !== undefined)
    return { kind: 'file', files: [readConfigFile(site, choice.file)], overshadowed: undefined };
  const folder = isDirectory(join(site, '_default')) ? '.' : 'config';
  const single = SINGLE_FILES.find((name) => isThere(join(site, name)));
  // Even an empty config folder makes Bengal ignore bengal.toml.
  if (folder === '.' || isDirectory(join(site, folder))) {
    const files = directoryFiles(choice, folder);
    return { kind: 'directory', files, overshadowed: files.length === 0 ? single : undefined };
  }
  return single === undefined
    ? { kind: 'none', files: [], overshadowed: undefined }
    : { kind: 'file', files: [readConfigFile(site, single)], overshadowed: undefined };
}

/** The Python module of the site that Bengal imports for its schemas of front matter; `undefined` when there is none. */
export function readSiteCode(site: string): string | undefined {
  const path = join(site, 'collections.py');
  const size = ifPresent(lookThrough(path))?.size;
  if (size === undefined) return undefined;
  try {
    return size > MAX_PARSED_BYTES ? `loader of ${String(size)} bytes` : neededText(path);
  } catch (thrown) {
    // Nobody can tell what it holds, so it may load anything.
    return `loader: ${messageOf(thrown)}`;
  }
}

/** `theme.toml` of each theme of the site. */
export function readThemeManifests(site: string): string[] {
  const themes = join(site, 'themes');
  if (ifPresent(lookThrough(themes))?.isDirectory() !== true) return [];
  return (ifPresent(readFolderThrough(themes)) ?? []).flatMap(({ name }) => {
    const path = join(themes, name, 'theme.toml');
    const stat = ifPresent(lookThrough(path));
    if (stat?.isFile() !== true) return [];
    try {
      return stat.size > MAX_PARSED_BYTES ? MAY_NAME_ANY : neededText(path);
    } catch {
      return MAY_NAME_ANY;
    }
  });
}

/** In the place of a manifest that cannot be read. */
const MAY_NAME_ANY = 'libraries = ["?"]';

function directoryFiles(choice: ConfigChoice, folder: string): ConfigFile[] {
  const { site } = choice;
  const defaults = isDirectory(join(site, folder, '_default'))
    ? (ifPresent(readFolderThrough(join(site, folder, '_default'))) ?? []).map(({ name }) => name).sort(byCodeUnit)
    : [];
  const paths = ['.yaml', '.yml'].flatMap((ending) =>
    defaults.filter((name) => name.endsWith(ending)).map((name) => join(folder, '_default', name)),
  );
  const firstExisting = (candidates: readonly string[]): string[] =>
    candidates.filter((path) => isThere(join(site, path))).slice(0, 1);
  const named = (kind: string, names: readonly string[]): string[] =>
    firstExisting(names.flatMap((name) => [join(folder, kind, `${name}.yaml`), join(folder, kind, `${name}.yml`)]));
  return [
    ...paths,
    ...named('environments', environmentFileNames(choice.environment)),
    ...(choice.profile === undefined ? [] : named('profiles', [choice.profile])),
  ].map((path) => readConfigFile(site, path));
}

function readConfigFile(site: string, path: string): ConfigFile {
  const name = path.replaceAll('\\', '/');
  const absolute = path.startsWith('/') || /^[A-Za-z]:/.test(path) ? path : join(site, path);
  const read = readBytes(absolute);
  if (read.kind !== 'present') {
    const problem = read.kind === 'absent' ? 'there is no such file (ENOENT)' : read.reason;
    return { path: name, canonical: '', value: undefined, problem, readable: false };
  }
  const bytes = read.value;
  if (bytes.byteLength > MAX_PARSED_BYTES) {
    const problem = `is larger than ${String(MAX_PARSED_BYTES)} bytes`;
    return { path: name, canonical: bytes, value: undefined, problem, readable: true };
  }
  return { path: name, ...parseConfig(name, bytes), readable: true };
}

/** TOML as `tomllib` reads it, YAML as PyYAML does. */
function parseConfig(name: string, bytes: Uint8Array): Omit<ConfigFile, 'path' | 'readable'> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const toml = name.endsWith('.toml');
    const value = ((toml ? parseToml(text, { integersAsBigInt: true }) : parseYaml(text)) ?? {}) as JsonValue;
    if (!isObject(value)) return { canonical: bytes, value: undefined, problem: 'holds no mapping' };
    return { canonical: toml ? canonicalJson(value) : canonicalYaml(text), value, problem: undefined };
  } catch (thrown) {
    // What follows quotes the file, which may hold secrets.
    return {
      canonical: bytes,
      value: undefined,
      problem: (messageOf(thrown).split('\n', 1)[0] ?? '').replace(/:$/, ''),
    };
  }
}

function isDirectory(path: string): boolean {
  return ifPresent(lookThrough(path))?.isDirectory() ?? false;
}

/** True when the site root holds anything that Bengal takes for a site. */
export function looksLikeSite(site: string): boolean {
  return ['content', 'config', '_default', ...SINGLE_FILES].some(
    (name) => ifPresent(look(join(site, name))) !== undefined,
  );
}
