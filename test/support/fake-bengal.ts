/**
 * Stands for the program `bengal` in tests of whoever starts it: `fakeBengal` puts it on a PATH. It notes how it was
 * called, and does what FAKE_BENGAL says.
 */
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import { digestOfPlan } from '../../src/companion/plan.ts';
import { journalJson } from './journals.ts';
import { runBuild } from './lighthouse.ts';

/** `waits`: until a signal comes, and then it ends well all the same. */
export type FakeBehaviour = 'builds' | 'fails' | 'is stopped by the companion' | 'waits';

export interface FakeCall {
  readonly args: readonly string[];
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface FakeBengal {
  /** What to put in front of the PATH. */
  readonly bin: string;
  /** Variables for the job whose build it is. */
  variables(behaviour: FakeBehaviour): Readonly<Record<string, string>>;
  calls(): readonly FakeCall[];
}

/** `folder`: an absolute one for its files. */
export function fakeBengal(folder: string): FakeBengal {
  const bin = join(folder, 'bin');
  const log = join(folder, 'calls');
  mkdirSync(bin, { recursive: true });
  writeFileSync(log, '');
  const program = join(bin, 'bengal');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" --no-warnings "${import.meta.filename}" "$@"\n`);
  chmodSync(program, 0o755);
  return {
    bin,
    variables: (behaviour) => ({
      FAKE_BENGAL: behaviour,
      FAKE_BENGAL_CALLS: log,
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    }),
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as FakeCall),
  };
}

function act(behaviour: string, site: string): void {
  const stops = behaviour === 'is stopped by the companion' && process.env['SITE_CACHE_PLAN'] !== undefined;
  if (behaviour === 'fails' || stops) {
    if (stops) {
      const { journal, plan } = exchangePaths(site);
      const told = { plan: digestOfPlan(readFileSync(plan)), status: 'stopped', why: 'a hook could not be restored' };
      writeFileSync(journal, JSON.stringify(journalJson(told)));
    }
    console.error('fake bengal: the build failed');
    process.exitCode = stops ? 1 : 3;
    return;
  }
  if (behaviour === 'waits') {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => clearInterval(waiting));
    const waiting = setInterval(() => undefined, 1000);
    console.log('fake bengal: waiting');
    process.once('exit', () => runBuild(site));
    return;
  }
  runBuild(site);
  const heading = process.env['FAKE_BENGAL_SAYS'];
  if (heading !== undefined) say(site, heading);
  console.log('::notice::fake bengal: built, and says so as it likes');
}

/** Another heading on the home page, and another state, as each build leaves one. */
export function say(site: string, heading: string): void {
  const page = join(site, 'public', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<h1[^>]*>[^<]*/, `<h1>${heading}`));
  appendFileSync(join(site, '.bengal', 'provenance', 'index.json'), '\n'.repeat(heading.length));
}

if (process.argv[1] === import.meta.filename) {
  const call: FakeCall = {
    args: process.argv.slice(2),
    folder: process.cwd(),
    variables: process.env as Record<string, string>,
  };
  appendFileSync(process.env['FAKE_BENGAL_CALLS'] ?? '', `${JSON.stringify(call)}\n`);
  act(process.env['FAKE_BENGAL'] ?? '', process.cwd());
}
