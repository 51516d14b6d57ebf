import { parseArgs, type ParseArgsConfig } from 'node:util';
import { failed, messageOf, ok, type Result } from '../core/result.ts';
import { SITE_INPUTS, type RawInputs } from '../inputs/spec.ts';

export const COMMANDS = {
  report: 'Say what changed since the last build, which pages that affects, and what to run',
  why: 'Say what leads to a page (PAGE), or what a file affects or would affect (FILE)',
  record: "After a build: note what it was made from, beside Bengal's state",
  save: 'Store the state and the output under the key of this tree',
  restore: 'Fetch the nearest stored state and output for this tree',
  inspect: "Show what Bengal's state holds, or what it recorded about one page or file",
} as const;

export type Command = keyof typeof COMMANDS;

/** How many arguments that are no options each command takes at most. */
const OPERANDS: Readonly<Record<Command, number>> = { report: 0, why: 1, record: 0, save: 0, restore: 0, inspect: 1 };

export interface CliOptions {
  readonly command: Command;
  /** Positional arguments after the command. */
  readonly operands: readonly string[];
  readonly raw: RawInputs;
  readonly json: boolean;
  /** `--prepare`: get the site ready for the build that the report asks for. */
  readonly prepare: boolean;
  /** `--store DIR`: folder of the directory store. */
  readonly store: string | undefined;
  /** `--summary FILE`, `--picture FILE`, `--report FILE`, `--html FILE`: where to write these, beside the result on stdout. */
  readonly files: Readonly<Record<'summary' | 'picture' | 'report' | 'html', string | undefined>>;
}

export type CliRequest = CliOptions | { readonly command: 'help' } | { readonly command: 'version' };

const SITE_NAMES = Object.keys(SITE_INPUTS) as (keyof typeof SITE_INPUTS)[];
const TEXT_OPTIONS = [...SITE_NAMES, 'store', 'summary', 'picture', 'report', 'html', 'format'];
const OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(TEXT_OPTIONS.map((name) => [name, { type: 'string' }] as const)),
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  prepare: { type: 'boolean' },
  'no-probe': { type: 'boolean' },
};

/** Parses the arguments after the executable. Every problem is a sentence that names the option. */
export function parseCli(args: readonly string[]): Result<CliRequest, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const strings = new Map(
      Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    );
    if (values['version'] === true) return ok({ command: 'version' });
    const [name, ...operands] = positionals;
    if (values['help'] === true || name === 'help') return ok({ command: 'help' });
    const command = (Object.keys(COMMANDS) as Command[]).find((known) => known === name);
    if (command === undefined) {
      return failed(
        name === undefined
          ? 'Expected a command; --help lists them'
          : `Expected a command (${['build', ...Object.keys(COMMANDS), 'delta', 'stage', 'graph', 'init', 'doctor'].join(', ')}), got ${JSON.stringify(name)}`,
      );
    }
    const surplus = operands[OPERANDS[command]];
    if (surplus !== undefined) return failed(`Unexpected ${JSON.stringify(surplus)} after ${command}`);
    const format = strings.get('format') ?? 'text';
    if (format !== 'text' && format !== 'json')
      return failed(`Option --format: expected text or json, got ${JSON.stringify(format)}`);
    return ok({
      command,
      operands,
      raw: {
        ...Object.fromEntries([...strings].filter(([input]) => input in SITE_INPUTS)),
        ...(values['no-probe'] === true ? { probe: 'false' } : {}),
      },
      json: format === 'json',
      prepare: values['prepare'] === true,
      store: strings.get('store'),
      files: {
        summary: strings.get('summary'),
        picture: strings.get('picture'),
        report: strings.get('report'),
        html: strings.get('html'),
      },
    });
  } catch (thrown) {
    return failed(`${messageOf(thrown)} (--help lists the options)`);
  }
}

export function helpText(version: string): string {
  const commands = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(9)} ${what}`);
  const options = SITE_NAMES.map((name) => `  --${name.padEnd(15)} ${SITE_INPUTS[name].description}`);
  return `bengal-cache ${version}: incremental builds of Bengal sites that are never stale

Usage: bengal-cache COMMAND [PAGE or FILE] [OPTION...]

Commands
  build     Restore, build what has to be built, say what changed, record, keep: bengal-cache build --help
${commands.join('\n')}
  delta     Say what readers will see change, after a build by any generator: bengal-cache delta --help
  stage     Skip any step whose inputs are unchanged: bengal-cache stage --help
  graph     Ask, draw and keep the dependency graph: bengal-cache graph --help
  init      Write a workflow that builds and publishes the site: bengal-cache init --help
  doctor    Say why the cache of a repository does nothing: bengal-cache doctor --help

Options
${options.join('\n')}
  --prepare         report: get the site ready for the build: the output is set aside, and the build is told what it may
                    take from there
  --no-probe        The same as --probe false
  --store DIR       save and restore: folder that holds the stored states
  --report FILE     Also write the JSON report there
  --summary FILE    Also write the summary (Markdown) there
  --html FILE       Also write the report as one page for a browser there
  --picture FILE    Also write the picture of the affected pages (Mermaid) there
  --format FORMAT   text (for people) or json; the result goes to stdout, everything else to stderr
  --debug           Show the stack of what went wrong; goes with every command
  --version, --help

Exit status: 0 done; 1 something is wrong: nothing was stored that should have been, the store could not be asked or
gave something damaged, nobody knows the page or file; 2 usage, and nothing was done
`;
}
