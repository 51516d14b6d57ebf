import { parseArgs, type ParseArgsConfig } from 'node:util';
import { failed, messageOf, ok, type Result } from '../core/result.ts';
import { GRAPH_FORMATS, type GraphFormat } from '../flow/graph-picture.ts';
import { GRAPH_FOLDER } from '../flow/graph-view.ts';
import { SITE_INPUTS, type RawInputs } from '../inputs/spec.ts';
import { STAGES_FILE } from '../stages/stages-file.ts';

export const GRAPH_COMMANDS = {
  show: 'Show the graph, or a part of it (this is what graph alone does)',
  sync: 'Join the graph of the state, and of the stages, with those in the graph folder, and leave the result there',
  'for-file': 'Say everything that was made from FILE, and how',
  changed: 'Say of each stale node what changed',
  prune: 'Remove from the graph folder what nobody confirmed or used for a time',
} as const;

export type GraphCommandName = keyof typeof GRAPH_COMMANDS;

export interface GraphCliOptions {
  readonly command: GraphCommandName;
  readonly file: string | undefined;
  readonly raw: RawInputs;
  readonly focus: string | undefined;
  readonly depth: number | undefined;
  readonly only: 'stale' | 'affected' | undefined;
  readonly collapse: boolean;
  readonly format: GraphFormat;
  readonly output: string | undefined;
  /** Relative to the site. */
  readonly folder: string;
  readonly stagesFile: string;
  readonly days: number;
  readonly megabytes: number | undefined;
}

export type GraphCliRequest = GraphCliOptions | { readonly command: 'help' };

const DEFAULT_DAYS = 30;

const SITE_NAMES = Object.keys(SITE_INPUTS);
const TEXTS = ['focus', 'depth', 'collapse', 'format', 'output', 'graph-dir', 'stages', 'max-age', 'max-size'] as const;
const OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries([...SITE_NAMES, ...TEXTS].map((name) => [name, { type: 'string' }] as const)),
  ...Object.fromEntries(['stale', 'affected'].map((name) => [name, { type: 'boolean' }] as const)),
  help: { type: 'boolean', short: 'h' },
};

/** Parses the arguments after `graph`. Every problem is a sentence that names the option. */
export function parseGraphCli(args: readonly string[]): Result<GraphCliRequest, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    if (values['help'] === true || positionals[0] === 'help') return ok({ command: 'help' });
    const [name = 'show', file, ...more] = positionals;
    const command = (Object.keys(GRAPH_COMMANDS) as GraphCommandName[]).find((known) => known === name);
    if (command === undefined)
      return failed(
        `Expected one of ${Object.keys(GRAPH_COMMANDS).join(', ')} after graph, got ${JSON.stringify(name)}`,
      );
    const text = (option: (typeof TEXTS)[number]): string | undefined => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    };
    const flags = { stale: values['stale'] === true, affected: values['affected'] === true };
    const problems = [
      ...findProblems(text, flags, command),
      ...(command === 'for-file' && file === undefined ? ['Expected a file after graph for-file'] : []),
      ...(more.length > 0 || (command !== 'for-file' && file !== undefined)
        ? [`Expected nothing more after graph ${command}`]
        : []),
    ];
    if (problems.length > 0) return failed(...problems);
    return ok({ ...readOptions(text, flags), command, file, raw: rawInputs(values) });
  } catch (thrown) {
    return failed(`${messageOf(thrown)} (--help lists the options)`);
  }
}

type Text = (option: (typeof TEXTS)[number]) => string | undefined;

interface Flags {
  readonly stale: boolean;
  readonly affected: boolean;
}

function rawInputs(values: Readonly<Record<string, unknown>>): RawInputs {
  return Object.fromEntries(Object.entries(values).filter(([name]) => SITE_NAMES.includes(name)));
}

function readOptions(text: Text, { stale, affected }: Flags): Omit<GraphCliOptions, 'command' | 'file' | 'raw'> {
  const megabytes = text('max-size');
  const depth = text('depth');
  return {
    focus: text('focus'),
    depth: depth === undefined ? undefined : Number(depth),
    only: stale ? 'stale' : affected ? 'affected' : undefined,
    collapse: text('collapse') === 'section',
    format: GRAPH_FORMATS.find((known) => known === text('format')) ?? 'text',
    output: text('output'),
    folder: text('graph-dir') ?? GRAPH_FOLDER,
    stagesFile: text('stages') ?? STAGES_FILE,
    days: Number(text('max-age') ?? DEFAULT_DAYS),
    megabytes: megabytes === undefined ? undefined : Number(megabytes),
  };
}

function findProblems(text: Text, { stale, affected }: Flags, command: GraphCommandName): string[] {
  const format = text('format') ?? 'text';
  const answers = ['json', 'text'];
  const formats: readonly string[] = command === 'show' ? GRAPH_FORMATS : answers;
  return [
    ...(formats.includes(format)
      ? []
      : [`Option --format: expected ${formats.join(', ')} for graph ${command}, got ${JSON.stringify(format)}`]),
    ...(format === 'png' && text('output') === undefined
      ? ['Option --output: expected a file for the PNG picture']
      : []),
    ...(stale && affected ? ['Expected --stale or --affected, not both'] : []),
    ...(text('collapse') === undefined || text('collapse') === 'section'
      ? []
      : [`Option --collapse: expected section, got ${JSON.stringify(text('collapse'))}`]),
    ...(text('depth') !== undefined && text('focus') === undefined ? ['Option --depth: expected --focus as well'] : []),
    ...numberProblems('depth', text('depth'), { least: 0, most: 1000, whole: true }),
    ...numberProblems('max-age', text('max-age'), { least: 0, most: 100_000, whole: false }),
    ...numberProblems('max-size', text('max-size'), { least: 0, most: 1e9, whole: false }),
  ];
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

function numberProblems(option: string, text: string | undefined, { least, most, whole }: Range): string[] {
  if (text === undefined) return [];
  const number = text.trim() === '' ? Number.NaN : Number(text);
  const good = number >= least && number <= most && (!whole || Number.isInteger(number));
  return good
    ? []
    : [
        `Option --${option}: expected a ${whole ? 'whole ' : ''}number from ${String(least)}, got ${JSON.stringify(text)}`,
      ];
}

export function graphHelpText(): string {
  const commands = Object.entries(GRAPH_COMMANDS).map(([name, what]) => `  ${name.padEnd(9)} ${what}`);
  return `bengal-cache graph: what was made from what, and what is not up to date

Usage: bengal-cache graph [COMMAND] [OPTION...]

Commands
${commands.join('\n')}

Options
  --site DIR         Folder of the Bengal site [.]; and the other options of the site: bengal-cache --help
  --graph-dir DIR    Folder of kept graphs and results of cached functions, relative to the site [${GRAPH_FOLDER}]
  --stages FILE      File of stages, relative to the site; taken where it is there [${STAGES_FILE}]
  --focus NAME       A page, its address, a file, a tag, a stage or a call: only what is near
  --depth N          How near: steps from the focus [2]
  --stale            Only what is stale or missing, and what makes it so
  --affected         Only the pages that a build has to make anew, and what changed
  --collapse section Put the nodes of each section together, even where all would fit
  --format FORMAT    ${GRAPH_FORMATS.join(', ')} [text]
  --output FILE      Write there instead of to stdout
  --max-age DAYS     prune: what was confirmed or used since stays [${String(DEFAULT_DAYS)}]
  --max-size MB      prune: the results of cached functions that were used last stay, up to this size
  --help

Exit status: 0 done, 1 something is wrong, 2 usage
`;
}
