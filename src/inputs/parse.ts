import { resolve, sep } from 'node:path';
import { sitePath, type SitePath } from '../core/paths.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { GATE_SETTINGS, type Inputs, type SiteInputs } from './inputs.ts';
import { CACHE_INPUTS, SITE_INPUTS, type InputName } from './spec.ts';

/** Raw values by input name; a missing or blank one takes its default. */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

export interface InputContext {
  /** Folder that relative paths start from, absolute. Nothing outside is read or written. */
  readonly workspace: string;
  /** Looks at the disk: `inputs/` itself does not. */
  readonly folder: (path: string) => FolderKind;
}

export type FolderKind = 'missing' | 'not-a-folder' | 'no-site' | 'site';

/** Parses what every command needs. Reports every problem, each naming the input, its value and what is allowed. */
export function parseSiteInputs(raw: RawInputs, context: InputContext): Result<SiteInputs, string> {
  const parser = inputParser(raw);
  const site = resolve(context.workspace, parser.text('site') ?? '.');
  parser.problems.push(...siteProblems(site, parser.text('site') ?? '.', context));
  const value: SiteInputs = {
    site,
    outputDir: parser.path('output-dir'),
    environment: parser.matching('environment', /^[A-Za-z0-9_-]+$/, 'a name of letters, digits, - and _'),
    profile: parser.matching('profile', /^[A-Za-z0-9_-]+$/, 'a name of letters, digits, - and _'),
    configFile: parser.path('config'),
    configHash: parser.matching(
      'config-hash',
      /^[0-9a-f]{16}$/,
      '16 lower-case hexadecimal digits, as Bengal prints them',
    ),
    bengalVersion: parser.matching('bengal-version', /^\d+\.\d+[A-Za-z0-9.+-]*$/, 'a version such as 0.5.1'),
    pythonVersion: parser
      .matching('python-version', /^\d+\.\d+(?:\.\d+)?t?$/, 'a version such as 3.14')
      ?.match(/^\d+\.\d+/)?.[0],
    gate: parser.oneOf('gate', GATE_SETTINGS),
  };
  return parser.problems.length === 0 ? ok(value) : failed(...parser.problems);
}

/** Parses all inputs of the action. */
export function parseInputs(raw: RawInputs, context: InputContext): Result<Inputs, string> {
  const site = parseSiteInputs(raw, context);
  const parser = inputParser(raw);
  const own = {
    keyPrefix:
      parser.matching('key-prefix', /^[^,\s]{1,100}$/, 'up to 100 characters without comma and blank') ??
      CACHE_INPUTS['key-prefix'].default,
    save: parser.oneOf('save', ['true', 'false']) === 'true',
    repair: parser.oneOf('repair', ['true', 'false']) === 'true',
    reportPath: reportPath(parser, context),
  };
  if (site.ok && parser.problems.length === 0) return ok({ ...site.value, ...own });
  return failed(...(site.ok ? [] : site.problems), ...parser.problems);
}

function siteProblems(site: string, given: string, context: InputContext): string[] {
  if (!isInside(context.workspace, site)) return [expected('site', 'a folder inside the workspace', given)];
  const kind = context.folder(site);
  switch (kind) {
    case 'missing':
      return [expected('site', 'a folder that exists', given)];
    case 'not-a-folder':
      return [expected('site', 'a folder', given)];
    case 'no-site':
      return [expected('site', 'a Bengal site (with bengal.toml, config/ or content/)', given)];
    case 'site':
      return [];
  }
}

function reportPath(parser: InputParser, context: InputContext): string | undefined {
  const given = parser.text('report-path');
  if (given === undefined) return undefined;
  const path = resolve(context.workspace, given);
  if (!isInside(context.workspace, path))
    parser.problems.push(expected('report-path', 'a file inside the workspace', given));
  return path;
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function expected(input: string, what: string, got: string): string {
  return `Input \`${input}\`: expected ${what}, got ${JSON.stringify(got)}`;
}

interface InputParser {
  readonly problems: string[];
  text(name: InputName): string | undefined;
  matching(name: InputName, pattern: RegExp, what: string): string | undefined;
  oneOf<Value extends string>(name: InputName, values: readonly [Value, ...Value[]]): Value;
  /** A relative path that stays inside the site. */
  path(name: InputName): SitePath | undefined;
}

function inputParser(raw: RawInputs): InputParser {
  const defaults = { ...SITE_INPUTS, ...CACHE_INPUTS };
  const problems: string[] = [];
  const text = (name: InputName): string | undefined =>
    (raw[name]?.trim() ?? '') || defaults[name].default || undefined;
  return {
    problems,
    text,
    matching(name, pattern, what) {
      const value = text(name);
      if (value === undefined || pattern.test(value)) return value;
      problems.push(expected(name, what, value));
      return undefined;
    },
    oneOf(name, values) {
      const value = text(name);
      const found = values.find((allowed) => allowed === value);
      if (found === undefined)
        problems.push(expected(name, values.join(', ').replace(/, (?!.*, )/, ' or '), value ?? ''));
      return found ?? values[0];
    },
    path(name) {
      const value = text(name);
      const path = value === undefined ? undefined : sitePath(value);
      if (value !== undefined && path === undefined)
        problems.push(expected(name, 'a relative path inside the site', value));
      return path;
    },
  };
}
