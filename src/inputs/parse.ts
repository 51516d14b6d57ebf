import { resolve, sep } from 'node:path';
import { failed, ok, type Result } from '../core/result.ts';
import {
  COMMENT_SETTINGS,
  EXPECTED_MODES,
  GATE_SETTINGS,
  VERIFY_SETTINGS,
  type CacheInputs,
  type ExpectedMode,
  type FullEvery,
  type Inputs,
  type SiteInputs,
} from './inputs.ts';
import { VANISHED_SETTINGS } from './delta-spec.ts';
import { expected, inputParser, type InputParser } from './parser.ts';
import { CACHE_INPUTS, type RawInputs } from './spec.ts';
import { LONGEST_KEY, parseDuration, parseExtraPath, parseKey, parsePreviewUrl, parseSize } from './values.ts';

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
    buildFlags:
      parser.matching('build-flags', /^[^'"\\`$]+$/, 'arguments separated by blanks, without quotes')?.split(/\s+/) ??
      [],
    configHash: parser.matching(
      'config-hash',
      /^[0-9a-f]{16}$/,
      '16 lower-case hexadecimal digits, as Bengal prints them',
    ),
    bengalVersion: parser.matching('bengal-version', /^\d+\.\d+[A-Za-z0-9.+-]*$/, 'a version such as 0.5.1'),
    pythonVersion: parser
      .matching('python-version', /^\d+\.\d+(?:\.\d+)?t?$/, 'a version such as 3.14')
      ?.match(/^\d+\.\d+/)?.[0],
    python: parser.matching('python', /^[^\0\r\n]{1,1000}$/, 'a path or a name in one line'),
    probe: parser.flag('probe'),
    gate: parser.oneOf('gate', GATE_SETTINGS),
    fullEvery: parser.value('full-every', parseFullEvery, FULL_EVERY) ?? NEVER,
    verifySample: parser.value('verify-sample', parseSample, 'a number from 0 to 1000') ?? 0,
    verify: parser.oneOf('verify', VERIFY_SETTINGS),
    bytecode: parser.flag('bytecode'),
    expectedModes: parser.value('expect-mode', parseModes, 'modes out of skip, incremental and full') ?? [],
  };
  return parser.problems.length === 0 ? ok(value) : failed(...parser.problems);
}

const FULL_EVERY = 'a number of builds and a time, such as 50 7d, or never';
const NEVER: FullEvery = { builds: Number.POSITIVE_INFINITY, time: Number.POSITIVE_INFINITY };

function parseFullEvery(text: string): FullEvery | undefined {
  if (text === 'never') return NEVER;
  const [, count, time] = /^(\d{1,6}) (\d{1,6}[smhd])$/.exec(text) ?? [];
  const [builds, duration] = [Number(count), parseDuration(time ?? '')];
  return duration === undefined || !(builds > 0) ? undefined : { builds, time: duration };
}

function parseSample(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) <= 1000 ? Number(text) : undefined;
}

function parseModes(text: string): readonly ExpectedMode[] | undefined {
  const modes = text.split(/[\s,]+/).map((word) => EXPECTED_MODES.find((mode) => mode === word));
  return modes.every((mode) => mode !== undefined) ? modes : undefined;
}

/** Parses all inputs of an action; those that it does not have take their defaults. */
export function parseInputs(raw: RawInputs, context: InputContext): Result<Inputs, string> {
  const site = parseSiteInputs(raw, context);
  const parser = inputParser(raw);
  const own = {
    ...cacheInputs(parser),
    prepare: parser.flag('prepare'),
    reportPath: fileInWorkspace('report-path', parser, context),
    htmlPath: fileInWorkspace('report-html', parser, context),
    graph: parser.flag('graph'),
    delta: parser.flag('delta'),
    previewUrl: parser.value('preview-url', parsePreviewUrl, PREVIEW_URL),
    vanished: parser.oneOf('vanished', VANISHED_SETTINGS),
    comment: parser.oneOf('comment', COMMENT_SETTINGS),
    token: parser.text('token'),
  };
  if (site.ok && parser.problems.length === 0) return ok({ ...site.value, ...own });
  return failed(...(site.ok ? [] : site.problems), ...parser.problems);
}

export const PREVIEW_URL =
  'a web address with {path} and, if you like, {pr}, such as https://pr-{pr}.example.org{path}';

/** A store takes ten keys, and five of them are ours. */
const MOST_RESTORE_KEYS = 5;
const KEY = `a key of up to ${String(LONGEST_KEY)} characters without comma and blank`;
const TIME = { between: [1000, 6 * 3_600_000], what: 'a time from 1s to 6h, such as 90s or 5m' } as const;
const AGE = { between: [1000, 3650 * 86_400_000], what: 'an age of up to 3650d, such as 12h or 7d' } as const;

function cacheInputs(parser: InputParser): CacheInputs {
  const restoreKeys = parser.lines('restore-keys', parseKey, KEY);
  if (restoreKeys.length > MOST_RESTORE_KEYS)
    parser.problems.push(
      expected('restore-keys', `at most ${String(MOST_RESTORE_KEYS)} lines`, restoreKeys.join('\n')),
    );
  return {
    keyPrefix:
      parser.matching('key-prefix', /^[^,\s]{1,100}$/, 'up to 100 characters without comma and blank') ??
      CACHE_INPUTS['key-prefix'].default,
    key: parser.value('key', parseKey, KEY),
    restoreKeys,
    extraPaths: parser.lines(
      'path',
      parseExtraPath,
      'a relative path inside the site, outside of .git and .github, without patterns',
    ),
    lookupOnly: parser.flag('lookup-only'),
    failOnCacheMiss: parser.flag('fail-on-cache-miss'),
    readOnly: parser.flag('read-only'),
    save: parser.flag('save'),
    saveAlways: parser.flag('save-always'),
    maxAge: parser.value('max-age', timeWithin(AGE.between), AGE.what),
    maxSize: parser.value('max-size', parseSize, 'a size with its unit, such as 500MB or 2GiB'),
    restoreTimeout: parser.value('restore-timeout', timeWithin(TIME.between), TIME.what) ?? TIME.between[1],
    saveTimeout: parser.value('save-timeout', timeWithin(TIME.between), TIME.what) ?? TIME.between[1],
  };
}

function timeWithin([least, most]: readonly [number, number]): (text: string) => number | undefined {
  return (text) => {
    const time = parseDuration(text);
    return time !== undefined && time >= least && time <= most ? time : undefined;
  };
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

function fileInWorkspace(
  name: 'report-path' | 'report-html',
  parser: InputParser,
  context: InputContext,
): string | undefined {
  const given = parser.text(name);
  if (given === undefined) return undefined;
  const path = resolve(context.workspace, given);
  if (!isInside(context.workspace, path)) parser.problems.push(expected(name, 'a file inside the workspace', given));
  return path;
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
