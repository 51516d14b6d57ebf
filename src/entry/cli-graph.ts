import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { dirname, join, parse, resolve } from 'node:path';
import { urlOfOutput } from '../bengal/recorded-page.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import { didYouMean } from '../core/closest.ts';
import { unreachable } from '../core/never.ts';
import { sitePath } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import { jsonWithoutCommands, withoutCommands } from '../core/runner-commands.ts';
import { analyse, type Analysis } from '../flow/analyse.ts';
import { pruneFolder, syncFolder } from '../graph-command/graph-folder.ts';
import { renderGraph, type GraphChoice, type GraphFormat } from '../graph-command/graph-picture.ts';
import { answerChanged, answerForFile, type GraphAnswer } from '../graph-command/graph-text.ts';
import { viewGraph, type GraphView } from '../graph-command/graph-view.ts';
import { lookAtBengal, type Asked } from '../flow/ask-bengal.ts';
import { stagesIn } from '../stage-job/find-stages.ts';
import { NODE_KINDS } from '../graph/kinds.ts';
import { nodesOf, type Graph, type NodeId } from '../graph/model.ts';
import { nodesOfFile } from '../graph/query.ts';
import type { Progress } from '../host/port.ts';
import { withProgress, type ProgressOptions } from '../host/progress.ts';
import { printable, printableLines } from '../host/terminal.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import { parseGraphCli, type GraphCliOptions } from './cli-graph-options.ts';
import { asOptions } from './cli-table.ts';
import { exitStatus } from './exit-status.ts';
import { valueOf } from './cli-parse.ts';
import { describeCliRun } from './cli-run.ts';
import { folderKind } from './site-folder.ts';

/** What the command touches of the process. */
export interface GraphProcess {
  readonly cwd: string;
  readonly variables: Variables;
  readonly stdout: { write(text: string): unknown };
  /** Says what takes its time, where it is a terminal. */
  readonly stderr: ProgressOptions['stream'];
}

/** `bengal-cache graph ...`: returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runGraphCli(args: readonly string[], process: GraphProcess): Promise<number> {
  const options = valueOf(parseGraphCli(args));
  const raw = { ...options.raw, site: resolve(process.cwd, options.raw.site ?? '.') };
  const inputs = parseSiteInputs(raw, { workspace: parse(raw.site).root, folder: folderKind });
  if (!inputs.ok) throw new UserError(asOptions(inputs.problems));
  const inside = sitePath(options.folder);
  if (inside === undefined)
    throw new UserError([
      `Option --graph-dir: expected a folder inside the site, got ${JSON.stringify(options.folder)}`,
    ]);
  const { variables, cwd: workspace } = process;
  // What is kept in the folder needs no Bengal.
  const asked: Asked<SiteInputs> =
    options.command === 'prune'
      ? { inputs: inputs.value, probe: { kind: 'off' } }
      : await lookAtBengal(inputs.value, { variables, workspace, reach: describeCliRun(variables).reach });
  return await run({ ...asked, options, process, folder: join(inputs.value.site, inside) });
}

interface Work {
  readonly options: GraphCliOptions;
  readonly process: GraphProcess;
  readonly inputs: SiteInputs;
  readonly probe: ProbeOutcome;
  /** Graph folder, absolute. */
  readonly folder: string;
}

async function run(work: Work): Promise<number> {
  const { options, folder } = work;
  switch (options.command) {
    case 'show':
      return await show(work);
    case 'sync':
      return await sync(work);
    case 'for-file':
      return answer(work, answerForFile(await viewOf(work), options.file ?? ''));
    case 'changed':
      return answer(work, answerChanged(await viewOf(work)));
    case 'prune':
      return answer(
        work,
        pruneFolder(folder, {
          now: Date.now(),
          maxAgeMs: options.days * 86_400_000,
          maxBytes: options.megabytes === undefined ? undefined : options.megabytes * 1e6,
        }),
      );
    default:
      return unreachable(options.command);
  }
}

async function show(work: Work): Promise<number> {
  const { options } = work;
  const view = await viewOf(work);
  const { focus: subject = '' } = options;
  const focus = options.focus === undefined ? undefined : findNodes(view.graph, subject);
  if (focus?.length === 0) {
    work.process.stderr.write(
      `bengal-cache: ${printable(`The graph knows no ${subject}${didYouMean(subject, namesIn(view.graph))}`)}\n`,
    );
    return exitStatus('graph', 'unknown');
  }
  const choice: GraphChoice = {
    collapse: options.collapse,
    ...(focus === undefined ? {} : { focus }),
    ...(options.depth === undefined ? {} : { depth: options.depth }),
    ...(options.only === undefined ? {} : { only: options.only }),
  };
  const drawn = await withSteps(work, (step) => {
    step('Drawing the graph');
    return renderGraph(view, options.format, choice);
  });
  put(work, drawn);
  return 0;
}

/** By the name of a node of any kind, by the path of a file, or by the address or the output of a page. */
function findNodes(graph: Graph, subject: string): NodeId[] {
  const path = subject.replace(/^\//, '');
  const outputs = [path, `${path.replace(/\/$/, '')}/index.html`, ...(path === '' ? ['index.html'] : [])];
  const pages = outputs.flatMap((output) => {
    const id = graph.find('output', output);
    return id === undefined ? [] : graph.dependencies(id);
  });
  const named = NODE_KINDS.flatMap((kind) => graph.find(kind, subject) ?? []);
  return [...new Set([...named, ...nodesOfFile(graph, subject), ...pages])];
}

function namesIn(graph: Graph): string[] {
  return [...nodesOf(graph)].map((id) =>
    graph.kindOf(id) === 'output' ? urlOfOutput(graph.nameOf(id)) : graph.nameOf(id),
  );
}

async function sync(work: Work): Promise<number> {
  const { graph, stages } = await analysisOf(work);
  return answer(work, syncFolder(work.folder, graph, stagesIn(stages)));
}

async function withSteps<Result>({ process }: Work, work: (step: Progress) => Promise<Result>): Promise<Result> {
  return await withProgress({ stream: process.stderr, variables: process.variables }, work);
}

async function analysisOf(work: Work): Promise<Analysis> {
  const { inputs, probe, options, process } = work;
  const { variables, stderr } = process;
  const cache = { kind: 'not-asked' } as const;
  const { stagesFile } = options;
  const found = await withSteps(work, (progress) =>
    analyse({
      inputs,
      probe,
      variables,
      policy: inputs.gate,
      unprepared: undefined,
      cache,
      warnings: [],
      stagesFile,
      progress,
    }),
  );
  if (found.stages.kind === 'unusable') stderr.write(`bengal-cache: warning: ${printable(found.stages.why)}\n`);
  return found;
}

async function viewOf(work: Work): Promise<GraphView> {
  const { inputs, folder, process } = work;
  const found = await analysisOf(work);
  const view = viewGraph(found, { site: inputs.site, folder, stages: stagesIn(found.stages) });
  for (const { file, why } of view.unusable)
    process.stderr.write(`bengal-cache: warning: ${printable(`${file} in the graph folder is not used: ${why}`)}\n`);
  return view;
}

function answer(work: Work, { text, data, found }: GraphAnswer): number {
  put(work, work.options.format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text);
  return exitStatus('graph', found ? 'found' : 'unknown');
}

/** How each format is kept from commanding the runner; pictures and pages are not meant for a log. */
const SAFE: Readonly<Record<GraphFormat, (text: string) => string>> = {
  text: printableLines,
  json: jsonWithoutCommands,
  mermaid: withoutCommands,
  dot: withoutCommands,
  svg: withoutCommands,
  html: withoutCommands,
  png: (text) => text,
};

/** Text for people is made printable line by line; what programs read escapes by itself. */
function put({ options, process }: Work, content: string | Uint8Array): void {
  if (options.output !== undefined) {
    const path = resolve(process.cwd, options.output);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return;
  }
  const text = typeof content === 'string' ? content : '';
  process.stdout.write(SAFE[options.format](text));
}
