import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/user-error.ts';
import { readBengalSelection, type BengalSelection } from '../flow/verify.ts';
import type { SiteInputs } from '../inputs/inputs.ts';

const MINUTES = 10;

/**
 * Asks the Bengal on the PATH what it would rebuild. Its dry run writes into the state all the same (page metadata, tag
 * index, snapshots), so the state is copied before and put back after.
 */
export function askBengal(inputs: SiteInputs): BengalSelection {
  const state = join(inputs.site, '.bengal');
  const copy = join(inputs.site, `.bengal-cache-staging-verify-${process.pid}`);
  cpSync(state, copy, { recursive: true, preserveTimestamps: true });
  try {
    const options = [
      ...(inputs.environment === undefined ? [] : ['--environment', inputs.environment]),
      ...(inputs.profile === undefined ? [] : ['--profile', inputs.profile]),
      ...(inputs.configFile === undefined ? [] : ['--config', inputs.configFile]),
    ];
    const run = spawnSync('bengal', ['build', '--incremental', '--dry-run', '--explain-json', ...options], {
      cwd: inputs.site,
      encoding: 'utf8',
      timeout: MINUTES * 60_000,
      maxBuffer: 1 << 28,
    });
    if (run.error !== undefined)
      throw new UserError([`Option --verify: expected a bengal on the PATH (${run.error.message})`]);
    const selection = readBengalSelection(run.stdout, inputs.site);
    if (selection === undefined)
      throw new UserError([
        `Option --verify: bengal gave no answer (exit ${run.status ?? 'none'}): ${run.stderr.trim().slice(-500)}`,
      ]);
    return selection;
  } finally {
    rmSync(state, { recursive: true, force: true });
    renameSync(copy, state);
  }
}
