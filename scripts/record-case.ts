/**
 * Records what real Bengal makes of a case: `node scripts/record-case.ts test/cases/NAME [--base]`.
 *
 * A case is written by hand as `site/` and `scenarios/EDIT/{overlay,scenario.json}`, where `scenario.json` says `what`
 * the edit is and which files it has `deleted`. This adds what a build tells: `case.json`, `outputs.json`, the state of
 * a full build of `site/`, prepared and recorded as a user does it, as `state.tar.zst`, and in each `scenario.json` the `truth`: the outputs that a full build of
 * the edited site changes, adds or removes. The format is the one of the shared cases, so their scorer reads it too.
 *
 * The theme's assets and the graph are removed before the build is recorded, and the asset manifest lists none; compiled
 * templates, logs and locks do not travel. `--base`: only the base is built anew, and what it writes has to stay.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { unpackArchive } from '../src/archive/unpack.ts';
import {
  bengalForRecording,
  environmentWith,
  hasErrors,
  listFiles,
  run,
  slimDown,
  versionsOf,
} from './recording/build.ts';
import { recordBase } from './recording/case-base.ts';
import { builtAt } from './recording/place.ts';

const ARGS = ['--environment', 'production', '--no-incremental'];
/** Rewritten by every build, and no page of its own. */
const SPECIAL = /^(?:graph|search)\/|^404\.html$/;

interface Scenario {
  readonly what: string;
  readonly deleted: readonly string[];
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { base: { type: 'boolean' } } });
const [caseArgument] = positionals;
if (caseArgument === undefined || positionals.length > 1) {
  console.error('usage: node scripts/record-case.ts CASE [--base]');
  process.exitCode = 2;
} else {
  await recordCase(resolve(caseArgument), values.base === true);
}

async function recordCase(folder: string, baseAlone: boolean): Promise<void> {
  const name = basename(folder);
  using installed = await bengalForRecording();
  const { bengal } = installed;
  const work = mkdtempSync(join(tmpdir(), 'record-case-'));
  try {
    const before = baseAlone ? await recordedOutputs(folder, work) : undefined;
    const build: Build = (site, at, edit) => fullBuild(bengal, { site, at, edit });
    const { base, noise } = await writeBase({ folder, name, bengal, again: join(work, 'again'), build });
    if (before !== undefined) {
      const other = differences(withoutDays(before), withoutDays(base)).filter(
        (file) => !noise.includes(file) && !isBulk(file),
      );
      if (other.length > 0)
        throw new Error(`the base writes other outputs than before, so record the whole case: ${other.join(', ')}`);
      console.log(`${name}: the base alone`);
      return;
    }
    const scenarios = readdirSync(join(folder, 'scenarios')).sort();
    await each(scenarios, (edit) =>
      writeScenario(join(folder, 'scenarios', edit), {
        site: join(folder, 'site'),
        edited: join(work, edit),
        base,
        noise,
        build,
      }),
    );
    console.log(`${name}: ${String(scenarios.length)} edits`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A clean checkout of `site` at `at`, edited, and a full build of it by Bengal alone. */
type Build = (site: string, at: string, edit?: () => void) => Promise<void>;

interface Base {
  /** Every output, with its content. */
  readonly base: Outputs;
  /** Those that differ between two builds of the same. */
  readonly noise: readonly string[];
}

interface ScenarioWork extends Base {
  readonly site: string;
  /** Where it may be built. */
  readonly edited: string;
  readonly build: Build;
}

async function writeScenario(from: string, { site, edited, base, noise, build }: ScenarioWork): Promise<void> {
  const scenario = JSON.parse(readFileSync(join(from, 'scenario.json'), 'utf8')) as Scenario;
  await build(site, edited, () => {
    for (const file of scenario.deleted) rmSync(join(edited, file));
    if (existsSync(join(from, 'overlay'))) cpSync(join(from, 'overlay'), edited, { recursive: true });
  });
  const now = outputsOf(edited);
  rmSync(edited, { recursive: true });
  const changed = differences(base, now).filter((file) => !noise.includes(file));
  const pages = changed.filter((file) => file.endsWith('.html') && !SPECIAL.test(file));
  const told = {
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
  };
  writeJson(join(from, 'scenario.json'), told, 1);
}

interface BaseWork {
  readonly folder: string;
  readonly name: string;
  readonly bengal: string;
  /** Where the same is built once more, by Bengal alone. */
  readonly again: string;
  readonly build: Build;
}

/** What the base build leaves: its state and output, and what was built with what. */
async function writeBase({ folder, name, bengal, again, build }: BaseWork): Promise<Base> {
  const site = join(folder, 'site');
  let base: Outputs = new Map();
  const beforeRecord = (at: string): void => {
    base = outputsOf(at);
    slimDown(at);
  };
  const file = join(folder, 'state.tar.zst');
  const [files] = await Promise.all([recordBase({ name, site, bengal, file, beforeRecord }), build(site, again)]);
  const noise = differences(base, outputsOf(again));
  const shaky = noise.filter((path) => path.endsWith('.html') && !SPECIAL.test(path));
  if (shaky.length > 0) throw new Error(`two builds of the same site differ in ${shaky.join(', ')}`);
  writeJson(join(folder, 'case.json'), {
    ...(await versionsOf(bengal)),
    built_at: builtAt(name),
    base_build_args: ARGS.join(' '),
    output_dir: 'public',
    noise,
  });
  writeJson(join(folder, 'outputs.json'), { files });
  return { base, noise };
}

async function fullBuild(
  bengal: string,
  { site, at, edit }: { site: string; at: string; edit: (() => void) | undefined },
): Promise<void> {
  cpSync(site, at, { recursive: true });
  edit?.();
  const env = { ...environmentWith(bengal), PYTHONHASHSEED: '0' };
  const said = await run({ program: bengal, args: ['build', ...ARGS], cwd: at, env });
  if (hasErrors(said)) throw new Error(said);
}

/** What the recorded base wrote, as far as it was kept. */
async function recordedOutputs(folder: string, work: string): Promise<Outputs> {
  const into = join(work, 'recorded');
  mkdirSync(into);
  const unpacked = await unpackArchive({ file: join(folder, 'state.tar.zst'), into, allow: () => true });
  if (unpacked.kind !== 'unpacked') throw new Error(unpacked.why);
  const { built_at: site } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as { built_at: string };
  return outputsOf(into, site);
}

/** A sitemap says of a page without a date that it is of the day of the build. */
function withoutDays(outputs: Outputs): Outputs {
  return new Map([...outputs].map(([file, content]) => [file, content.replaceAll(/\d{4}-\d{2}-\d{2}/g, '')]));
}

function isBulk(file: string): boolean {
  return /^(?:assets|graph)\/|^asset-manifest\.json$/.test(file);
}

/** Does all, a few at a time. */
async function each(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
  const queue = [...names];
  const worker = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) await work(name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

type Outputs = ReadonlyMap<string, string>;

/** Every output with its content, but for what stands for a time, a digest or the place of the site in it. */
function outputsOf(at: string, site = at): Outputs {
  const output = join(at, 'public');
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

function writeJson(path: string, value: unknown, indent = 2): void {
  writeFileSync(path, `${JSON.stringify(value, null, indent)}\n`);
}
