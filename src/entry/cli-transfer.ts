import { resolve } from 'node:path';
import { readTracked } from '../changes/tracked.ts';
import { UserError } from '../core/user-error.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import { cacheKeys } from '../transfer/cache-keys.ts';
import { findPlaceProblem } from '../flow/authored-places.ts';
import { readSources } from '../record/record.ts';
import { restoreState, saveState, type SavedState, type TransferOptions } from '../transfer/transfer.ts';
import { cacheSentence } from '../report/cache-words.ts';
import type { ReportCache } from '../report/report.ts';
import { mayRestore, maySave } from '../store/access.ts';
import { print, type Context } from './cli-context.ts';
import { openFolder, whyUnrecorded } from './cli-run.ts';
import { exitStatus } from './exit-status.ts';

/** `bengal-cache save`. */
export async function save(given: Context): Promise<number> {
  const { inputs, cliRun } = given;
  const transfer = transferOptions(given);
  const { key } = transfer.keys;
  const problem = placeProblemOf(given) ?? (maySave(cliRun.access.access) ? undefined : cliRun.access.why);
  const why = problem ?? (await whyUnrecorded(inputs.site));
  const saved: SavedState = why === undefined ? await saveState(transfer) : { kind: 'not-saved', key, why };
  const text =
    saved.kind === 'saved'
      ? `Saved ${String(saved.files)} files (${String(saved.bytes)} bytes, ${String(saved.archiveBytes)} stored) under ${saved.key}\n`
      : `Not saved under ${saved.key}: ${saved.why}\n`;
  print(given, { json: `${JSON.stringify(saved, null, 2)}\n`, text });
  return exitStatus('save', saved.kind);
}

/** `bengal-cache restore`. */
export async function restore(given: Context): Promise<number> {
  const { access } = given.cliRun;
  const why = placeProblemOf(given);
  const restored: ReportCache = !mayRestore(access.access)
    ? { kind: 'off', why: access.why }
    : why === undefined
      ? await restoreState(transferOptions(given))
      : { kind: 'off', why };
  const sentence = cacheSentence(restored);
  print(given, {
    json: `${JSON.stringify(restored, null, 2)}\n`,
    text: `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}\n`,
  });
  return exitStatus('restore', restored.kind);
}

function placeProblemOf({ inputs, process }: Context): string | undefined {
  return findPlaceProblem(inputs.site, loadSiteConfig(inputs, process.variables));
}

function transferOptions({ inputs, options, process, line, cliRun }: Context): TransferOptions {
  if (options.store === undefined) throw new UserError(['Option --store: expected a folder for the stored states']);
  const site = loadSiteConfig(inputs, process.variables);
  const { platform } = globalThis.process;
  line.step('Reading the sources');
  const tree = readSources(inputs, site, process.variables);
  const now = Date.now();
  const keys = cacheKeys({
    prefix: inputs.keyPrefix,
    maxAge: inputs.maxAge,
    ...{ inputs, site, workspace: inputs.site, platform, tree, now, run: cliRun.run },
  });
  return {
    store: openFolder(resolve(process.cwd, options.store), cliRun, process.variables),
    site: inputs.site,
    outputDir: site.outputDir,
    authored: readTracked(inputs.site, site.outputDir, process.variables),
    keys,
    progress: line.step,
    acceptance: { needs: cliRun.access.needs, repository: cliRun.run.repository, maxAge: inputs.maxAge, now },
  };
}
