import { dirname, join, parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../core/result.ts';
import { sitePath } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import { look } from '../disk/look.ts';
import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { planWorkflow, type PlannedWorkflow } from '../flow/init.ts';
import { printable } from '../host/terminal.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import { DEPLOY_TARGETS, WORKFLOW_FILE } from '../init/workflow.ts';
import { OWN_ACTION } from '../init/own-action.ts';
import { findSites } from '../init/read-repository.ts';
import type { CliProcess } from './cli-context.ts';
import { DONE, exitStatus } from './exit-status.ts';
import { folderKind } from './site-folder.ts';

/** `bengal-cache init`: writes the workflow that builds and publishes a site. Returns the exit status. */
export function runInitCli(args: readonly string[], process: CliProcess): number {
  const options = parseInit(args);
  if (options === 'help') {
    process.stdout.write(initHelpText());
    return DONE;
  }
  const site = options.site === undefined ? onlySite(process.cwd) : resolve(process.cwd, options.site);
  const parsed = parseSiteInputs({ site }, { workspace: parse(site).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(parsed.problems.map((problem) => problem.replace(/^Input `/, 'Option `--')));
  const { deploy, file, action } = options;
  const planned = planWorkflow({ inputs: parsed.value, variables: process.variables, deploy, file, action });
  const { stdout, stderr } = process;
  const lines = (text: string): string => text.split('\n').map(printable).join('\n');
  if (planned.patch !== '') stdout.write(lines(planned.patch));
  if (options.check) {
    stderr.write(
      planned.state === 'same'
        ? `${planned.file} is what init would write\n`
        : `${planned.file} is not what init would write\n`,
    );
    return exitStatus('init', planned.state === 'same' ? 'done' : 'differs');
  }
  if (planned.state === 'other' && !options.force && !options.dryRun) {
    stderr.write(`bengal-cache: ${planned.file} is there already, and another: --force writes over it\n`);
    return exitStatus('init', 'refused');
  }
  if (planned.state !== 'same' && !options.dryRun) write(planned);
  const done = options.dryRun
    ? 'Nothing was written (--dry-run)'
    : planned.state === 'same'
      ? `${planned.file} is as it should be`
      : `Wrote ${planned.file}`;
  stderr.write([done, ...planned.remaining.map((step) => `- ${step}`)].map((line) => `${printable(line)}\n`).join(''));
  return exitStatus('init', 'done');
}

interface InitOptions {
  readonly site: string | undefined;
  readonly deploy: (typeof DEPLOY_TARGETS)[number];
  readonly file: string | undefined;
  readonly action: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly check: boolean;
}

function parseInit(args: readonly string[]): InitOptions | 'help' {
  const { values } = parsedArguments(args);
  if (values.help === true) return 'help';
  const deploy = DEPLOY_TARGETS.find((target) => target === (values.deploy ?? 'pages'));
  if (deploy === undefined)
    throw new UserError([
      `Option --deploy: expected ${DEPLOY_TARGETS.join(' or ')}, got ${JSON.stringify(values.deploy)}`,
    ]);
  const action = values.action ?? OWN_ACTION;
  if (!/^[\w.-]+\/[\w.-]+@[\w./-]+$/.test(action))
    throw new UserError([`Option --action: expected OWNER/NAME@VERSION, got ${JSON.stringify(action)}`]);
  const file = values.output === undefined ? undefined : sitePath(values.output);
  if (values.output !== undefined && file === undefined)
    throw new UserError([
      `Option --output: expected a path inside the repository, got ${JSON.stringify(values.output)}`,
    ]);
  return {
    ...{ site: values.site, deploy, file, action },
    dryRun: values['dry-run'] === true,
    force: values.force === true,
    check: values.check === true,
  };
}

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        site: { type: 'string' },
        deploy: { type: 'string' },
        output: { type: 'string' },
        action: { type: 'string' },
        'dry-run': { type: 'boolean' },
        force: { type: 'boolean' },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (thrown) {
    throw new UserError([`${messageOf(thrown)} (bengal-cache init --help lists the options)`]);
  }
}

/** The one site below a folder. */
function onlySite(folder: string): string {
  const sites = findSites(folder);
  const [first] = sites;
  if (first === undefined)
    throw new UserError([
      'No Bengal site was found here: name its folder with --site, or make one with bengal new site',
    ]);
  if (sites.length > 1)
    throw new UserError([
      `There are several sites (${sites.map((site) => JSON.stringify(site === '' ? '.' : site)).join(', ')}): choose one with --site`,
    ]);
  return join(folder, first);
}

function write({ root, file, text }: PlannedWorkflow): void {
  const path = join(root, file);
  const entry = look(path);
  if (entry.kind === 'present' && !entry.value.isFile())
    throw new UserError([`${file} is no regular file, and is left as it is`]);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (thrown) {
    throw new UserError([`${file} could not be written: ${messageOf(thrown)}`]);
  }
}

function initHelpText(): string {
  return `Usage: bengal-cache init [OPTION...]

Writes ${WORKFLOW_FILE}: a workflow that builds the site with this
cache on every push and pull request, and publishes what the default branch
builds. It looks for the site, for how Bengal is installed (uv, requirement
files, pyproject.toml), for the version of Python and for the default branch,
and shows what it would change first.

  --site DIR        The site; needed where there are several
  --deploy TARGET   pages (GitHub Pages, the default) or none (build only)
  --output FILE     Another file of the repository
  --action NAME     Another copy of this action, such as someone/bengal-cache@v0
  --dry-run         Show the change, and write nothing
  --check           Exit with 1 if the file is not what would be written
  --force           Write over a file that is another
  --help

Example: bengal-cache init --site docs --dry-run
`;
}
