import { parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { findingsSarif, findingsText } from '../doctor/findings.ts';
import { examineRepository } from '../flow/doctor.ts';
import { TOOL_VERSION } from '../flow/version.ts';
import { printable } from '../host/terminal.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import type { CliProcess } from './cli-context.ts';
import { DONE, exitStatus } from './exit-status.ts';
import { folderKind, isFolder } from './site-folder.ts';

const FORMATS = ['text', 'json', 'sarif'] as const;

/** `bengal-cache doctor`: why the cache of a repository does nothing. Returns the exit status. */
export function runDoctorCli(args: readonly string[], process: CliProcess): number {
  const { values, positionals } = parsedArguments(args);
  if (values.help === true) {
    process.stdout.write(HELP);
    return DONE;
  }
  const format = FORMATS.find((known) => known === (values.format ?? 'text'));
  if (format === undefined)
    throw new UserError([`Option --format: expected ${FORMATS.join(', ')}, got ${JSON.stringify(values.format)}`]);
  const [folder = '.', surplus] = positionals;
  if (surplus !== undefined) throw new UserError([`Unexpected ${JSON.stringify(surplus)} after the folder`]);
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

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (thrown) {
    throw new UserError([`${messageOf(thrown)} (bengal-cache doctor --help lists the options)`]);
  }
}

const HELP = `Usage: bengal-cache doctor [FOLDER] [--format text|json|sarif]

Looks at the workflows and the sites of a repository, and says why its cache
does nothing, or less than it could: with file and line, the reason and the fix.
Changes nothing, and starts nothing but git.

Exit status: 0 nothing is wrong (there may be warnings); 1 errors; 2 usage

Example: bengal-cache doctor --format sarif > doctor.sarif
`;
