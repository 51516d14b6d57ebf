import { parseArgs, type ParseArgsConfig } from 'node:util';
import { failed, messageOf, ok, type Result } from '../core/result.ts';
import type { Words } from '../inputs/build-command.ts';
import { SITE_INPUTS, type RawInputs } from '../inputs/spec.ts';

export interface BuildCliOptions {
  readonly raw: RawInputs;
  /** What builds the site: the words after `--`. */
  readonly command: Words;
  /** Folder of the directory store; `undefined`: what lies in the site is built upon and recorded, and travels nowhere. */
  readonly store: string | undefined;
  readonly files: Readonly<Record<FileName, string | undefined>>;
  readonly json: boolean;
}

export type BuildCliRequest = BuildCliOptions | { readonly command: 'help' };

type FileName = 'report' | 'summary' | 'html';

const SITE_NAMES = Object.keys(SITE_INPUTS) as (keyof typeof SITE_INPUTS)[];
const DEFAULT: Words = ['bengal', 'build'];
const OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(
    [...SITE_NAMES, 'store', 'report', 'summary', 'html', 'format'].map((name) => [name, { type: 'string' }] as const),
  ),
  'no-probe': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** Parses the arguments after `build`. Every problem is a sentence that names the option. */
export function parseBuildCli(given: readonly string[]): Result<BuildCliRequest, string> {
  const end = given.indexOf('--');
  const [args, command] = end === -1 ? [given, DEFAULT] : [given.slice(0, end), given.slice(end + 1)];
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    if (values['help'] === true || positionals[0] === 'help') return ok({ command: 'help' });
    const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
    const [surplus] = positionals;
    const format = text('format') ?? 'text';
    const [program, ...rest]: readonly string[] = command;
    const problems = [
      ...(surplus === undefined
        ? []
        : [`Unexpected ${JSON.stringify(surplus)} after build; what builds the site stands after --`]),
      ...(program === undefined || program === '' ? ['Expected a command after --, such as bengal build'] : []),
      ...(format === 'text' || format === 'json'
        ? []
        : [`Option --format: expected text or json, got ${JSON.stringify(format)}`]),
      ...(text('store') === '' ? ['Option --store: expected a folder for the stored states, got ""'] : []),
    ];
    if (program === undefined || problems.length > 0) return failed(...problems);
    return ok({
      raw: {
        ...Object.fromEntries(SITE_NAMES.flatMap((name) => [[name, text(name)] as const].filter(isGiven))),
        ...(values['no-probe'] === true ? { probe: 'false' } : {}),
      },
      command: [program, ...rest],
      store: text('store'),
      files: { report: text('report'), summary: text('summary'), html: text('html') },
      json: format === 'json',
    });
  } catch (thrown) {
    return failed(`${messageOf(thrown)} (--help lists the options)`);
  }
}

function isGiven(entry: readonly [string, string | undefined]): entry is readonly [string, string] {
  return entry[1] !== undefined;
}

export function buildHelpText(): string {
  const options = SITE_NAMES.map((name) => `  --${name.padEnd(15)} ${SITE_INPUTS[name].description}`);
  return `bengal-cache build: restore, build what has to be built, say what changed, record and keep, in one step

Usage: bengal-cache build [--store DIR] [OPTION...] [-- COMMAND]

  bengal-cache build                                  at your desk: build upon the last build here
  bengal-cache build --store DIR                      in CI: DIR is what the CI system keeps from job to job
  bengal-cache build --store DIR -- uv run bengal build --strict

COMMAND builds the site [bengal build]. It runs in the folder of the site, without a shell; a program with a slash in its
name is relative to the current folder. What the mode asks for is added to it. Its own output is passed through.

Options
${options.join('\n')}
  --no-probe        The same as --probe false
  --store DIR       Folder that holds the stored states; without it nothing is restored or stored
  --report FILE     Also write the JSON report there
  --summary FILE    Also write the summary (Markdown) there
  --html FILE       Also write the report as one page for a browser there
  --format FORMAT   text (for people) or json; the result goes to stdout; with json everything else goes to stderr
  --debug           Show the stack of what went wrong
  --help

Exit status: that of the build; 0 where it was skipped; 1 where --expect-mode named another mode; 2 usage, and nothing was
done. Trouble with the store is told, and changes nothing of it.
`;
}
