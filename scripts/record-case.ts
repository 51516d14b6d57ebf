/**
 * Records what real Bengal makes of a case: `node scripts/record-case.ts test/cases/NAME [BENGAL]`.
 *
 * A case is written by hand as `site/` and `scenarios/EDIT/{overlay,scenario.json}`, where `scenario.json` says `what`
 * the edit is and which files it has `deleted`. This adds what a build tells: `case.json`, `outputs.json`, the state of
 * a full build of `site/` as `state.tar.zst`, and in each `scenario.json` the `truth`: the outputs that a full build of
 * the edited site changes, adds or removes. The format is the one of the shared cases, so their scorer reads it too.
 *
 * The theme's assets, the graph, compiled templates, logs and locks are left out; the asset manifest lists none.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { packArchive } from '../src/archive/pack.ts';
import { isCacheable } from '../src/bengal/cacheable.ts';

const ARGS = ['--environment', 'production', '--no-incremental'];
/** Rewritten by every build, and no page of its own. */
const SPECIAL = /^(?:graph|search)\/|^404\.html$/;

interface Scenario {
  readonly what: string;
  readonly deleted: readonly string[];
}

const root = resolve(import.meta.dirname, '..');
const [caseArgument, bengal = join(root, '.cache/bengal/bin/bengal')] = process.argv.slice(2);
if (caseArgument === undefined) {
  console.error('usage: node scripts/record-case.ts CASE [BENGAL]');
  process.exitCode = 2;
} else {
  await recordCase(resolve(caseArgument));
}

async function recordCase(folder: string): Promise<void> {
  const name = basename(folder);
  const builtAt = `/home/runner/work/${name}/${name}`;
  if (existsSync(builtAt)) throw new Error(`${builtAt} exists already: move it away`);
  const work = mkdtempSync(join(tmpdir(), 'record-case-'));
  try {
    const site = join(folder, 'site');
    await Promise.all([build(site, builtAt), build(site, join(work, 'again'))]);
    const base = outputsOf(builtAt);
    const noise = differences(base, outputsOf(join(work, 'again')));
    const shaky = noise.filter((file) => file.endsWith('.html') && !SPECIAL.test(file));
    if (shaky.length > 0) throw new Error(`two builds of the same site differ in ${shaky.join(', ')}`);

    const scenarios = readdirSync(join(folder, 'scenarios')).sort();
    await each(scenarios, async (edit) => {
      const from = join(folder, 'scenarios', edit);
      const scenario = JSON.parse(readFileSync(join(from, 'scenario.json'), 'utf8')) as Scenario;
      const edited = join(work, edit);
      await build(site, edited, () => {
        for (const file of scenario.deleted) rmSync(join(edited, file));
        if (existsSync(join(from, 'overlay'))) cpSync(join(from, 'overlay'), edited, { recursive: true });
      });
      const now = outputsOf(edited);
      rmSync(edited, { recursive: true });
      const changed = differences(base, now).filter((file) => !noise.includes(file));
      const pages = changed.filter((file) => file.endsWith('.html') && !SPECIAL.test(file));
      writeJson(join(from, 'scenario.json'), {
        what: scenario.what,
        build_args: '--environment production',
        deleted: scenario.deleted,
        after_restore: null,
        truth: {
          pages,
          pages_added: pages.filter((file) => !base.has(file)),
          pages_removed: pages.filter((file) => !now.has(file)),
          other_outputs: changed.filter((file) => !pages.includes(file) && !file.startsWith('assets/')),
        },
      });
    });

    await writeBase({ folder, name, builtAt, noise });
    console.log(`${name}: ${scenarios.length} edits`);
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(dirname(builtAt), { recursive: true, force: true });
  }
}

interface Base {
  readonly folder: string;
  readonly name: string;
  readonly builtAt: string;
  readonly noise: readonly string[];
}

/** What the base build left: its state and output, and what was built with what. */
async function writeBase({ folder, builtAt, noise }: Base): Promise<void> {
  const version = versionIn(await run(bengal, ['--version'], root));
  const python = versionIn(await run(join(dirname(bengal), 'python'), ['--version'], root));
  writeJson(join(folder, 'case.json'), {
    bengal: version,
    python,
    built_at: builtAt,
    base_build_args: ARGS.join(' '),
    output_dir: 'public',
    noise,
  });
  slimDown(join(builtAt, 'public'));
  const files = listFiles(builtAt);
  writeJson(join(folder, 'outputs.json'), {
    files: files.filter((file) => file.startsWith('public/')).map((file) => file.slice('public/'.length)),
  });
  const packed = await packArchive({
    root: builtAt,
    paths: files.filter((file) => /^(?:\.bengal|public)\//.test(file) && isCacheable(file)),
    file: join(folder, 'state.tar.zst'),
  });
  if (packed.kind === 'refused') throw new Error(packed.why);
}

function versionIn(text: string): string | undefined {
  return /\d+\.\d+\.\d+/.exec(text)?.[0];
}

/** A clean checkout at `at`, edited, and a full build of it. */
async function build(site: string, at: string, edit: () => void = () => undefined): Promise<void> {
  mkdirSync(dirname(at), { recursive: true });
  cpSync(site, at, { recursive: true });
  edit();
  const said = await run(bengal, ['build', ...ARGS], at);
  if (/failed for|with [1-9]\d* error/.test(said)) throw new Error(said);
}

function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, PYTHONHASHSEED: '0' } });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(said);
      else reject(new Error(`${command} ended with ${status ?? 'a signal'}:\n${said}`));
    });
  });
}

/** Does all, a few at a time. */
async function each(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
  const queue = [...names];
  const worker = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) await work(name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Every output with its content, but for what stands for a time or a digest in it. */
function outputsOf(site: string): Map<string, string> {
  const output = join(site, 'public');
  return new Map(
    listFiles(output).map((file) => {
      const content = readFileSync(join(output, file), 'latin1');
      return [
        file,
        file.endsWith('.html') ? content.replaceAll(/<meta name="bengal:[^>]*>/g, '').replaceAll(site, '') : content,
      ] as const;
    }),
  );
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Without the theme's assets and the graph, which are most of the bytes and none of the pages. */
function slimDown(output: string): void {
  for (const name of ['assets', 'graph']) rmSync(join(output, name), { recursive: true, force: true });
  const manifest = join(output, 'asset-manifest.json');
  if (!existsSync(manifest)) return;
  const { atime, mtime } = statSync(manifest);
  writeJson(manifest, { ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), assets: {} });
  utimesSync(manifest, atime, mtime);
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}
