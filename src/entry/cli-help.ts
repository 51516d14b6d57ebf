import type { NamedSpec } from './cli-parse.ts';
import { COMMON_OPTIONS, SHORT, type OptionGroup, type OptionSpec } from './cli-table.ts';

/** Columns of a terminal that everybody has. */
const WIDTH = 100;
const WIDEST_NAME = 26;

/** What one command does and takes. */
export function commandHelp({ name, summary, usage, about, parts, groups, examples, ending }: NamedSpec): string {
  const blocks = [
    wrap(`bengal-cache ${name}: ${lowerFirst(summary)}`),
    usage
      .map((line, index) => `${index === 0 ? 'Usage: ' : '       '}bengal-cache ${name}${line && ` ${line}`}`)
      .join('\n'),
    ...about.map((paragraph) => wrap(paragraph)),
    ['Examples', ...examples.map(([args, what]) => `  bengal-cache ${name}${args && ` ${args}`}\n      ${what}`)].join(
      '\n',
    ),
    ...(parts === undefined ? [] : [section('Commands', Object.entries(parts))]),
    ...groups.map(optionSection),
    optionSection({ title: 'Of every command', options: COMMON_OPTIONS }),
    wrap(`Exit status: ${ending}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** All commands, each in a line, and where to begin. */
export function overviewHelp(version: string, commands: readonly NamedSpec[]): string {
  const blocks = [
    `bengal-cache ${version}: incremental builds of Bengal sites that are never stale`,
    'Usage: bengal-cache COMMAND [OPTION...]',
    section('Commands', [
      ...commands.map(({ name, summary }) => [name, summary] as const),
      ['help COMMAND', 'Show what a command takes, with examples; COMMAND --help does the same'],
    ]),
    optionSection({
      title: 'Of every command',
      options: { ...COMMON_OPTIONS, version: { about: 'Show the version of this tool.' } },
    }),
    'Where to begin\n  bengal-cache init      in a repository, for its workflow\n  bengal-cache build     in a site, at your desk',
    'Exit status: 0 done, 1 something is wrong, 2 usage (and nothing was done)',
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** `--gate SETTING`, `-q, --quiet`. */
export function optionUsage(name: string, { value }: OptionSpec): string {
  const short = SHORT[name];
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** What an option does, with its choices and what counts where it is not given. */
export function optionWords({ about, choices, default: usual, several }: OptionSpec): string {
  const notes = [
    ...(choices === undefined ? [] : [choices.join(', ')]),
    ...(several === true ? ['may be given several times'] : []),
    ...(usual === undefined ? [] : [`default: ${usual}`]),
  ];
  return notes.length === 0 ? about : `${about} [${notes.join('; ')}]`;
}

function optionSection({ title, options }: OptionGroup): string {
  return section(
    title,
    Object.entries(options).map(([name, option]) => [optionUsage(name, option), optionWords(option)] as const),
  );
}

function section(title: string, rows: readonly (readonly [name: string, what: string])[]): string {
  const room = Math.min(WIDEST_NAME, Math.max(...rows.map(([name]) => name.length)));
  const lines = rows.map(([name, what]) => {
    const text = wrap(what, room + 4);
    return name.length > room ? `  ${name}\n${' '.repeat(room + 4)}${text}` : `  ${name.padEnd(room)}  ${text}`;
  });
  return [title, ...lines].join('\n');
}

/** Breaks a paragraph at blanks; every line but the first begins below the first, `indent` columns in. */
function wrap(text: string, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
