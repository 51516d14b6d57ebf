/** `npm run docs:cli`: writes what docs/cli.md says of each command, from the table that the parser reads. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionUsage, optionWords } from '../src/entry/cli-help.ts';
import { SPECS } from '../src/entry/cli-main.ts';
import type { NamedSpec } from '../src/entry/cli-parse.ts';
import { COMMON_OPTIONS, type OptionGroup } from '../src/entry/cli-table.ts';

const PAGE = join(import.meta.dirname, '../docs/cli.md');
const [BEGIN, END] = ['<!-- commands -->', '<!-- /commands -->'];

/** A page with all commands between its marks. */
export function cliPage(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const list = SPECS.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${cell(summary)} |`);
  const blocks = [
    ['| command | |', '|---|---|', ...list].join('\n'),
    ...SPECS.map(section),
    ...sharedGroups().map(sharedSection),
    sharedSection({ title: 'Options of every command', options: COMMON_OPTIONS }),
  ];
  return `${before}${BEGIN}\n\n${blocks.join('\n\n')}\n\n${END}${after}`;
}

/** What several commands take is told once, after them. */
function sharedGroups(): readonly OptionGroup[] {
  const groups = SPECS.flatMap((spec) => spec.groups);
  return [...new Set(groups.filter((group) => groups.indexOf(group) !== groups.lastIndexOf(group)))];
}

function section({ name, summary, usage, about, parts = {}, groups, examples, ending }: NamedSpec): string {
  const shared = sharedGroups();
  const also = groups.filter((group) => shared.includes(group)).map(({ title }) => `[${title}](#${anchor(title)})`);
  const rows = Object.entries(parts).map(([part, what]) => `| \`${name} ${part}\` | ${cell(what)} |`);
  const lines = examples.map(([args, what]) => [`bengal-cache ${name}${args && ` ${args}`}`, what] as const);
  const widest = Math.max(...lines.map(([line]) => line.length));
  return [
    `## ${name}`,
    `${summary}.`,
    fence(usage.map((line) => `bengal-cache ${name} ${line}`)),
    ...about.map(prose),
    ...(rows.length === 0 ? [] : [['| command | |', '|---|---|', ...rows].join('\n')]),
    fence(lines.map(([line, what]) => `${line.padEnd(widest)}  # ${what}`)),
    ...groups.filter((group) => !shared.includes(group)).map((group) => table(group)),
    ...(also.length === 0 ? [] : [`It takes these as well: ${also.join('; ')}.`]),
    `Exit status: ${prose(ending)}${ending.endsWith('.') ? '' : '.'}`,
  ].join('\n\n');
}

function sharedSection({ title, options }: OptionGroup): string {
  return `## ${title}\n\n${table({ title: 'option', options })}`;
}

function table({ title, options }: OptionGroup): string {
  const rows = Object.entries(options).map(
    ([name, option]) => `| \`${optionUsage(name, option)}\` | ${cell(optionWords(option))} |`,
  );
  return [`| ${title} | |`, '|---|---|', ...rows].join('\n');
}

function fence(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}

function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|');
}

/** Patterns and options with two dashes would otherwise be markup. */
function prose(text: string): string {
  return text.replace(/(?<![\w`])--[a-z][a-z-]*/g, '`$&`').replace(/(?<=\s)--(?=\s)/g, '`--`');
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

if (import.meta.main) writeFileSync(PAGE, cliPage(readFileSync(PAGE, 'utf8')));
