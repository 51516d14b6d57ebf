import type { Result } from '../core/result.ts';
import { CACHE_INPUTS, SITE_INPUTS, type RawInputs } from '../inputs/spec.ts';
import { parseWith, type NamedSpec } from './cli-parse.ts';
import {
  DECIDING_GROUP,
  FORMAT,
  inputOptions,
  SITE_GROUP,
  type CommandSpec,
  type OptionGroup,
  type Options,
} from './cli-table.ts';

type FileName = 'report' | 'summary' | 'html' | 'picture';

const FILE_OPTIONS: Readonly<Record<FileName, Options[string]>> = {
  report: { about: 'Also write the JSON report there.', value: 'FILE' },
  summary: { about: 'Also write the summary (Markdown) there.', value: 'FILE' },
  html: { about: 'Also write the report as one page for a browser there.', value: 'FILE' },
  picture: { about: 'Also write the picture of the affected pages (Mermaid) there.', value: 'FILE' },
};

/** Files that a command writes besides its result. */
export function fileOptions(names: readonly FileName[]): Options {
  return Object.fromEntries(names.map((name) => [name, FILE_OPTIONS[name]]));
}

export const STORE: Options = {
  store: {
    about: 'Folder that holds the stored states, such as one that the CI system keeps from job to job.',
    value: 'DIR',
  },
};

/** What a stored state is found by. */
const KEY_NAMES = ['key-prefix', 'max-age'] as const;
const STORE_GROUP: OptionGroup = {
  title: 'Options of save and restore',
  options: { ...STORE, ...inputOptions(CACHE_INPUTS, KEY_NAMES), ...FORMAT },
};

/** Commands that look at one site and its state. */
export const COMMANDS = {
  report: {
    summary: 'Say what changed since the last build, which pages that affects, and what to run',
    usage: ['[OPTION...]'],
    about: [
      'Builds nothing. With --prepare it also gets the site ready for the build that it names: the output is set aside, and the build is told what it may take from there. bengal-cache build does all of that by itself.',
    ],
    groups: [
      {
        title: 'Options',
        options: {
          prepare: { about: 'Get the site ready for the build.' },
          ...fileOptions(['report', 'summary', 'html', 'picture']),
          ...FORMAT,
        },
      },
      SITE_GROUP,
      DECIDING_GROUP,
    ],
    examples: [
      ['', 'what changed in the site in this folder'],
      ['--site docs --html report.html', 'the same of the site in docs/, as a page for a browser as well'],
    ],
    ending: '0 done; 1 the mode is none of --expect-mode; 2 usage, and nothing was done',
  },
  why: {
    summary: 'Say why a page has to be built, or what a file affects',
    usage: ['PAGE|FILE [OPTION...]'],
    about: [
      'PAGE is the address, the output or the source of a page; FILE is a file of the site. Of a page it says what leads to it, and what it read of the rest of the site when it was built; of a file, which pages it affects, or would affect if it changed.',
    ],
    operands: ['PAGE|FILE'],
    groups: [{ title: 'Options', options: FORMAT }, SITE_GROUP],
    examples: [
      ['/about/', 'what leads to that page'],
      ['data/team.yaml', 'which pages that file affects, or would'],
    ],
    ending: '0 done; 1 nobody knows the page or file; 2 usage, and nothing was done',
  },
  record: {
    summary: 'After a build: note what it was made from',
    usage: ['[OPTION...]'],
    about: ["The note lies beside Bengal's state. bengal-cache build takes it by itself."],
    groups: [{ title: 'Options', options: FORMAT }, SITE_GROUP],
    examples: [['--environment production', 'after bengal build --environment production']],
    ending: '0 done; 1 there was nothing to note; 2 usage, and nothing was done',
  },
  save: {
    summary: 'Store the state and the output, so that restore finds them',
    usage: ['--store DIR [OPTION...]'],
    about: ['Run bengal-cache record first: nothing is stored that nobody could check. bengal-cache build does both.'],
    groups: [STORE_GROUP, SITE_GROUP],
    examples: [['--store ../states', 'after bengal-cache record']],
    ending: '0 done, or it was stored already; 1 it could not be stored; 2 usage, and nothing was done',
  },
  restore: {
    summary: 'Fetch the state and the output that are nearest to the sources',
    usage: ['--store DIR [OPTION...]'],
    about: ['bengal-cache build does this by itself.'],
    groups: [STORE_GROUP, SITE_GROUP],
    examples: [['--store ../states', 'before bengal-cache report']],
    ending:
      '0 done, or nothing was stored yet; 1 the store could not be asked, or gave something damaged; 2 usage, and nothing was done',
  },
  inspect: {
    summary: "Show what Bengal's state holds, in all or of one page or file",
    usage: ['[PAGE|FILE] [OPTION...]'],
    about: [
      'PAGE and FILE are what bengal-cache why takes. This shows what was recorded when the site was built; what follows from an edit, why says.',
    ],
    operands: ['PAGE|FILE'],
    groups: [{ title: 'Options', options: FORMAT }, SITE_GROUP],
    examples: [
      ['', 'how many pages, which tags, by which Bengal'],
      ['/about/', 'outputs, tags and inputs of that page'],
    ],
    ending: '0 done; 1 there is no state, or nothing of that name in it; 2 usage, and nothing was done',
  },
} as const satisfies Record<string, CommandSpec>;

export type Command = keyof typeof COMMANDS;

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
  /** Where to write these, beside the result on stdout. */
  readonly files: Readonly<Record<FileName, string | undefined>>;
}

export const SITE_NAMES: readonly string[] = Object.keys(SITE_INPUTS);

/** Parses the arguments after one of these commands. Every problem is a sentence that names the option. */
export function parseCli(command: Command, args: readonly string[]): Result<CliOptions, string> {
  const spec: NamedSpec = { name: command, ...COMMANDS[command] };
  return parseWith(spec, args, ({ operands, among, has, text }) => ({
    command,
    operands,
    raw: { ...among([...SITE_NAMES, ...KEY_NAMES]), ...(has('no-probe') ? { probe: 'false' } : {}) },
    json: text('format') === 'json',
    prepare: has('prepare'),
    store: text('store'),
    files: { report: text('report'), summary: text('summary'), html: text('html'), picture: text('picture') },
  }));
}
