import { dirname, join, parse, resolve } from 'node:path';
import { messageOf, type Result } from '../core/result.ts';
import { sitePath } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import { look } from '../disk/look.ts';
import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { planWorkflow, type PlannedWorkflow } from '../flow/init.ts';
import { printable } from '../host/terminal.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import { DEPLOY_TARGETS, WORKFLOW_FILE } from '../init/made-workflow.ts';
import { OWN_ACTION } from '../init/own-action.ts';
import { findSites } from '../init/read-repository.ts';
import type { CliProcess } from './cli-context.ts';
import { parseWith, valueOf } from './cli-parse.ts';
import { asOptions, type CommandSpec } from './cli-table.ts';
import { exitStatus } from './exit-status.ts';
import { folderKind } from './site-folder.ts';

/** `bengal-cache init`: writes the workflow that builds and publishes a site. Returns the exit status. */
export function runInitCli(args: readonly string[], process: CliProcess): number {
  const options = valueOf(parseInit(args));
  const site = options.site === undefined ? onlySite(process.cwd) : resolve(process.cwd, options.site);
  const parsed = parseSiteInputs({ site }, { workspace: parse(site).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(asOptions(parsed.problems));
  const { deploy, file, action } = options;
  const planned = planWorkflow({ inputs: parsed.value, variables: process.variables, deploy, file, action });
  const { stdout, stderr, quiet = false } = process;
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
  if (!quiet)
    stderr.write(
      [done, ...planned.remaining.map((step) => `- ${step}`)].map((line) => `${printable(line)}\n`).join(''),
    );
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

export const INIT: CommandSpec = {
  summary: 'Write a workflow that builds and publishes the site',
  usage: ['[OPTION...]'],
  about: [
    `Writes ${WORKFLOW_FILE}, which builds the site with this cache on every push and pull request, and publishes what the default branch builds. It looks for the site, for how Bengal is installed (uv, requirement files, pyproject.toml), for the version of Python and for the default branch, and shows what it would change first.`,
  ],
  groups: [
    {
      title: 'Options',
      options: {
        site: { about: 'The site; needed where there are several.', value: 'DIR' },
        deploy: {
          about: 'Where to publish: GitHub Pages, or nowhere (build only).',
          ...{ value: 'TARGET', choices: DEPLOY_TARGETS, default: 'pages' },
        },
        output: { about: 'Another file of the repository.', value: 'FILE' },
        action: { about: 'Another copy of this action, such as someone/bengal-cache@v0.', value: 'NAME' },
        'dry-run': { about: 'Show the change, and write nothing.' },
        check: { about: 'End with 1 if the file is not what would be written.' },
        force: { about: 'Write over a file that is another.' },
      },
    },
  ],
  examples: [['--site docs --dry-run', 'what it would write for the site in docs/']],
  ending: '0 done; 1 another file is there already, or --check found a difference; 2 usage, and nothing was done',
};

function parseInit(args: readonly string[]): Result<InitOptions, string> {
  return parseWith({ name: 'init', ...INIT }, args, ({ text, has, problems }) => {
    const [output, action = OWN_ACTION] = [text('output'), text('action')];
    const file = output === undefined ? undefined : sitePath(output);
    if (!/^[\w.-]+\/[\w.-]+@[\w./-]+$/.test(action))
      problems.push(`Option --action: expected OWNER/NAME@VERSION, got ${JSON.stringify(action)}`);
    if (output !== undefined && file === undefined)
      problems.push(`Option --output: expected a path inside the repository, got ${JSON.stringify(output)}`);
    return {
      ...{ site: text('site'), file, action, dryRun: has('dry-run'), force: has('force'), check: has('check') },
      deploy: DEPLOY_TARGETS.find((target) => target === text('deploy')) ?? 'pages',
    };
  });
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
