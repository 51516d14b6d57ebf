/**
 * `npm run workflow:tools`: gets what workflows are tried with, as far as this machine can have it: act, which runs them,
 * and actionlint, which reads them, both from Go's modules. Never fails: what lacks one says so and is skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '.cache', 'workflow-tools');
/** What was tried; another version may well do. */
const MODULES = {
  act: 'github.com/nektos/act@v0.2.87',
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
} as const;
export type WorkflowTool = keyof typeof MODULES;
/** Compiling act takes two minutes on two cores. */
const PATIENCE_MS = 600_000;

/** Absolute path of the program; `undefined`: there is none on this machine. */
export function findWorkflowTool(name: WorkflowTool): string | undefined {
  const folders = [FOLDER, ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** What is said where it is missing. */
export function howToGet(name: WorkflowTool): string {
  return `there is no ${name} here: npm run workflow:tools, which wants Go (${MODULES[name]})`;
}

if (import.meta.main)
  for (const name of Object.keys(MODULES) as WorkflowTool[]) {
    if (findWorkflowTool(name) === undefined)
      spawnSync('go', ['install', MODULES[name]], {
        stdio: 'inherit',
        timeout: PATIENCE_MS,
        env: { ...process.env, GOBIN: FOLDER },
      });
    console.log(findWorkflowTool(name) === undefined ? `${name}: not here` : `${name}: there`);
  }
