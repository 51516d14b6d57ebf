import type { Result } from '../core/result.ts';
import { GRAPH_FORMATS, type GraphFormat } from '../graph-command/graph-picture.ts';
import { GRAPH_FOLDER } from '../graph-command/graph-view.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { STAGES_FILE } from '../stages/stages-file.ts';
import { SITE_NAMES } from './cli-options.ts';
import { either, parseWith, type Given } from './cli-parse.ts';
import { SITE_GROUP, type CommandSpec } from './cli-table.ts';

const PARTS = {
  show: 'Show the graph, or a part of it (this is what graph alone does)',
  sync: 'Join the graph of the state, and of the stages, with those in the graph folder, and leave the result there',
  'for-file': 'Say everything that was made from FILE, and how',
  changed: 'Say of each stale node what changed',
  prune: 'Remove from the graph folder what nobody confirmed or used for a time',
} as const;

export interface GraphCliOptions {
  readonly command: keyof typeof PARTS;
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

const DEFAULT_DAYS = 30;

export const GRAPH: CommandSpec = {
  summary: 'What was made from what, and what is not up to date: ask the graph, draw it, keep it',
  usage: ['[COMMAND] [OPTION...]', 'for-file FILE [OPTION...]'],
  about: [],
  parts: PARTS,
  operands: ['FILE'],
  groups: [
    {
      title: 'What to show',
      options: {
        focus: { about: 'A page, its address, a file, a tag, a stage or a call: only what is near.', value: 'NAME' },
        depth: { about: 'How near: steps from the focus.', value: 'N', default: '2' },
        stale: { about: 'Only what is stale or missing, and what makes it so.' },
        affected: { about: 'Only the pages that a build has to make anew, and what changed.' },
        collapse: {
          about: 'Put the nodes of each section together, even where all would fit.',
          ...{ value: 'BY', choices: ['section'] },
        },
        format: { about: 'How to show it.', value: 'FORMAT', choices: GRAPH_FORMATS, default: 'text' },
        output: { about: 'Write there instead of to standard output.', value: 'FILE' },
      },
    },
    {
      title: 'What is kept',
      options: {
        'graph-dir': {
          about: 'Folder of kept graphs and results of cached functions, relative to the site.',
          ...{ value: 'DIR', default: GRAPH_FOLDER },
        },
        stages: {
          about: 'File of stages, relative to the site; taken where it is there.',
          ...{ value: 'FILE', default: STAGES_FILE },
        },
        'max-age': {
          about: 'prune: what was confirmed or used since stays.',
          ...{ value: 'DAYS', default: String(DEFAULT_DAYS) },
        },
        'max-size': {
          about: 'prune: the results of cached functions that were used last stay, up to this size.',
          value: 'MB',
        },
      },
    },
    SITE_GROUP,
  ],
  examples: [
    ['', 'how many nodes of each kind, and how they stand'],
    ['--focus /about/ --format svg --output about.svg', 'a picture of one page and what is near'],
    ['for-file data/team.yaml', 'everything that was made from a file'],
  ],
  ending: '0 done; 1 nobody knows what was asked about; 2 usage, and nothing was done',
};

/** Parses the arguments after `graph`. Every problem is a sentence that names the option. */
export function parseGraphCli(args: readonly string[]): Result<GraphCliOptions, string> {
  return parseWith({ name: 'graph', ...GRAPH }, args, (given) => {
    const { text, has, among, number, problems } = given;
    const [name = 'show', file] = given.operands;
    const command = (Object.keys(PARTS) as (keyof typeof PARTS)[]).find((known) => known === name) ?? 'show';
    problems.push(...findProblems(given, command));
    const whole = { least: 0, most: 1000, whole: true };
    return {
      ...{ command, file, focus: text('focus'), depth: number('depth', whole), output: text('output') },
      raw: { ...among(SITE_NAMES), ...(has('no-probe') ? { probe: 'false' } : {}) },
      only: has('stale') ? 'stale' : has('affected') ? 'affected' : undefined,
      collapse: has('collapse'),
      format: GRAPH_FORMATS.find((known) => known === text('format')) ?? 'text',
      folder: text('graph-dir') ?? GRAPH_FOLDER,
      stagesFile: text('stages') ?? STAGES_FILE,
      days: number('max-age', { least: 0, most: 100_000, whole: false }) ?? DEFAULT_DAYS,
      megabytes: number('max-size', { least: 0, most: 1e9, whole: false }),
    };
  });
}

/** What the table cannot say: what goes with what. */
function findProblems({ operands: [, file], text, has }: Given, command: keyof typeof PARTS): string[] {
  const format = text('format') ?? 'text';
  return [
    ...(command === 'show' || ['json', 'text'].includes(format)
      ? []
      : [`Option --format: expected ${either(['json', 'text'])} for graph ${command}, got ${JSON.stringify(format)}`]),
    ...(format === 'png' && !has('output') ? ['Option --output: expected a file for the PNG picture'] : []),
    ...(has('stale') && has('affected') ? ['Expected --stale or --affected, not both'] : []),
    ...(has('depth') && !has('focus') ? ['Option --depth: expected --focus as well'] : []),
    ...(command === 'for-file' && file === undefined ? ['Expected a file after graph for-file'] : []),
    ...(command !== 'for-file' && file !== undefined ? [`Expected nothing more after graph ${command}`] : []),
  ];
}
