import { basename, dirname, join, resolve } from 'node:path';
import { digestMemory } from '../core/digest-memory.ts';
import type { Sha256 } from '../core/digest.ts';
import { UserError } from '../core/user-error.ts';
import { whyStopped } from '../companion/read-account.ts';
import type { Delta } from '../delta/delta.ts';
import { lookThrough } from '../disk/look.ts';
import { atBest } from '../disk/outcome.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { putBack } from '../preparation/plan-build.ts';
import { telling } from '../telling/telling.ts';
import type { Decision } from '../gate/decision.ts';
import type { Host } from '../host/port.ts';
import { parseWords, takeApart, withCommand, type BuildCommand, type Words } from '../inputs/build-command.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { buildWords, shellWords } from '../report/commands.ts';
import type { SaveReport } from '../report/save-words.ts';
import { runBuildProcess, type BuildEnd, type BuildRun } from './build-process.ts';
import { tellBuiltDelta } from './built-delta.ts';
import { writeHandoff } from './handoff-file.ts';
import { saveBuild } from './save-build.ts';
import type { Job } from './runner.ts';

/** What to build with, and the inputs with what the command says of them. */
export interface BuildOrder {
  readonly words: Words;
  readonly raw: RawInputs;
  /** What is wrong with the command; each a sentence without the name of the input. */
  readonly problems: readonly string[];
}

/** Takes the command apart, be it a text or words already. Nothing is thrown, so that all problems can be told at once. */
export function readOrder(command: string | Words, raw: RawInputs, workspace: string): BuildOrder {
  const words = typeof command === 'string' ? parseWords(command) : { ok: true as const, value: command };
  const taken = words.ok ? takeApart(words.value) : words;
  if (!taken.ok) return { words: ['bengal'], raw, problems: taken.problems };
  const merged = withCommand(raw, taken.value);
  const placed = programOf(taken.value, workspace);
  const python = (raw.python ?? '').trim() === '' ? pythonOf(placed) : undefined;
  return {
    words: placed,
    raw: { ...(merged.ok ? merged.value : raw), ...(python === undefined ? {} : { python }) },
    problems: merged.ok ? [] : merged.problems,
  };
}

/** A path is one from where the command was written, and the build runs in the folder of the site. */
function programOf({ words: [program, ...args] }: BuildCommand, workspace: string): Words {
  return [/[\\/]/.test(program) ? resolve(workspace, program) : program, ...args];
}

/** The Python that the command itself names, so that the Bengal which is asked is the one that builds. */
function pythonOf([program]: Words): string | undefined {
  if (/^(?:python|pypy)[\d.]*t?(?:\.exe)?$/i.test(basename(program))) return program;
  if (dirname(program) === '.' || !/^bengal(?:\.exe)?$/.test(basename(program))) return undefined;
  const names = ['python3', 'python', 'python.exe'].map((name) => join(dirname(program), name));
  return names.find((path) => atBest(lookThrough(path))?.isFile() === true);
}

export interface SiteBuild extends Pick<BuildRun, 'words' | 'variables' | 'planned' | 'output'> {
  readonly host: Host;
  /** Site root, absolute. */
  readonly site: string;
  readonly gate: Pick<Decision, 'mode' | 'buildArgs'>;
  /** The site's own options by name: what the build is given besides. */
  readonly raw: RawInputs;
  /** Digest of the plan that was made for it; `undefined`: there is none. */
  readonly plan: Sha256 | undefined;
}

export type SiteBuildEnd = BuildEnd | { readonly kind: 'skipped' };

/**
 * Runs the build that the gate asks for. A companion that ended it by itself costs one warning and a build without it:
 * what it had begun is written over, since a full build writes every page.
 */
export async function buildSite(build: SiteBuild): Promise<SiteBuildEnd> {
  const { host, site, gate, plan } = build;
  if (gate.mode === 'skip') {
    host.info('The build is skipped: what lies there is what it would write');
    return { kind: 'skipped' };
  }
  const end = await start(build);
  const why = end.kind === 'failed' && plan !== undefined ? whyStopped(site, plan) : undefined;
  if (why === undefined) return end;
  host.warning(`The build was stopped by the part of this tool in it (${why}), so it is built again without that`);
  return await start({ ...build, planned: new Map() });
}

async function start({ host, site, gate, raw, words: [program, ...own], ...run }: SiteBuild): Promise<BuildEnd> {
  const given = { environment: raw.environment ?? '', profile: raw.profile ?? '', config: raw.config ?? '' };
  const words = buildWords(gate, { ...given, 'build-flags': raw['build-flags'] ?? '' });
  host.info(`$ ${shellWords([program, ...own, ...words])}`);
  return await runBuildProcess({ ...run, folder: site, words: [program, ...own, ...words] });
}

export interface BuildToFinish {
  readonly host: Host;
  readonly runner: Job;
  readonly inputs: Inputs;
  readonly before: Handoff;
  readonly end: SiteBuildEnd;
  readonly attended?: boolean;
}

export interface FinishedBuild {
  readonly end: SiteBuildEnd;
  /** `undefined`: nobody can tell what readers will see change. */
  readonly delta: Delta | undefined;
  /** `undefined`: the build did not succeed, and nobody wants to keep what it left. */
  readonly saved: SaveReport | undefined;
}

/** After the build: says what changed, records and saves. A build that did not succeed leaves no state that counts. */
export async function finishBuild(build: BuildToFinish): Promise<FinishedBuild> {
  const { host, runner, inputs, before, end } = build;
  const isGood = end.kind === 'succeeded' || end.kind === 'skipped';
  const memory = digestMemory();
  const delta = isGood ? await tellBuiltDelta({ ...build, memory }) : undefined;
  const jobStatus = isGood ? 'success' : end.kind === 'cancelled' ? 'cancelled' : 'failure';
  const access = { access: before.access, why: before.accessWhy };
  const saved =
    isGood || inputs.saveAlways
      ? await saveBuild({ host, runner, inputs, access, before, jobStatus, memory })
      : undefined;
  if (saved === undefined) host.info('Nothing is recorded or saved, since the build did not succeed');
  if (!isGood) await recoverOutput(build);
  if (end.kind === 'succeeded')
    // What was restored is gone by now, so no later action may take what lies there for it.
    await telling(host, 'The note for later steps could not be written', () =>
      writeHandoff(runner.temp, { ...before, matchedKey: undefined }),
    );
  return { end, delta, saved };
}

async function recoverOutput({ host, inputs, runner }: BuildToFinish): Promise<void> {
  await telling(host, 'The output of the last build could not be put back', async () => {
    const left = await putBack(inputs.site, loadSiteConfig(inputs, runner.variables).outputDir);
    if (left.kind === 'put-back') host.info('The output of the last build is where it was');
  });
}

/** Fails with what is wrong with the command and with every other input at once. */
export function withOrderProblems<Value>({ problems }: BuildOrder, name: string, parse: () => Value): Value {
  const told = problems.map((problem) => `${name}: ${problem}`);
  try {
    const value = parse();
    if (told.length === 0) return value;
  } catch (thrown) {
    if (!(thrown instanceof UserError) || told.length === 0) throw thrown;
    throw new UserError([...told, ...thrown.problems]);
  }
  throw new UserError(told);
}
