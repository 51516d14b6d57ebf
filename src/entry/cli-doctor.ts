import { parse, resolve } from 'node:path';
import type { Result } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { findingsSarif, findingsText } from '../doctor/findings.ts';
import { examineRepository } from '../flow/doctor.ts';
import { TOOL_VERSION } from '../core/tool-version.ts';
import { printable } from '../host/terminal.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import type { CliProcess } from './cli-context.ts';
import { parseWith, valueOf } from './cli-parse.ts';
import type { CommandSpec } from './cli-table.ts';
import { exitStatus } from './exit-status.ts';
import { folderKind, isFolder } from './site-folder.ts';

const FORMATS = ['text', 'json', 'sarif'] as const;

export const DOCTOR: CommandSpec = {
  summary: 'Say why the cache of a repository does nothing, or less than it could',
  usage: ['[FOLDER] [--format FORMAT]'],
  about: [
    'Looks at the workflows and the sites of a repository, and tells each fault with file and line, the reason and the fix. Changes nothing, and starts nothing but git.',
  ],
  operands: ['FOLDER'],
  groups: [
    {
      title: 'Options',
      options: {
        format: {
          about: 'For people, for programs, or for code scanning (SARIF).',
          ...{ value: 'FORMAT', choices: FORMATS, default: 'text' },
        },
      },
    },
  ],
  examples: [
    ['', 'in a repository'],
    ['--format sarif > doctor.sarif', 'for code scanning'],
  ],
  ending: '0 nothing is wrong (there may be warnings); 1 errors; 2 usage, and nothing was done',
};

function parseDoctor(
  args: readonly string[],
): Result<{ readonly folder: string; readonly format: (typeof FORMATS)[number] }, string> {
  return parseWith({ name: 'doctor', ...DOCTOR }, args, ({ operands: [folder = '.'], text }) => ({
    folder,
    format: FORMATS.find((known) => known === text('format')) ?? 'text',
  }));
}

/** `bengal-cache doctor`: why the cache of a repository does nothing. Returns the exit status. */
export function runDoctorCli(args: readonly string[], process: CliProcess): number {
  const { folder, format } = valueOf(parseDoctor(args));
  const root = resolve(process.cwd, folder);
  if (!isFolder(root)) throw new UserError([`There is no folder ${JSON.stringify(folder)}`]);
  const findings = examineRepository({ root, variables: process.variables, inputsOf });
  const text = {
    text: () => findingsText(findings).split('\n').map(printable).join('\n'),
    json: () => `${JSON.stringify({ schemaVersion: 1, findings }, null, 2)}\n`,
    sarif: () => findingsSarif(findings, TOOL_VERSION),
  };
  process.stdout.write(text[format]());
  return exitStatus('doctor', findings.some(({ severity }) => severity === 'error') ? 'errors' : 'sound');
}

function inputsOf(site: string): SiteInputs {
  const parsed = parseSiteInputs({ site }, { workspace: parse(site).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(parsed.problems);
  return parsed.value;
}
