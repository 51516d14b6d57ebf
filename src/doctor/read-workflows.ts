import { join } from 'node:path';
import { runGit } from '../changes/run-git.ts';
import type { Variables } from '../config/environment.ts';
import { byCodeUnit } from '../core/order.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readFolder, readText } from '../disk/read.ts';
import { parseWorkflow, type Workflow } from './parsed-workflow.ts';

const FOLDERS = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows'];
/** Nobody writes a longer one by hand. */
const MOST_CHARACTERS = 1_000_000;

/** The workflows of a repository that can be read, in the order of their names. */
export function readWorkflows(root: string): readonly Workflow[] {
  return FOLDERS.flatMap((folder) => {
    const names = (ifPresent(readFolder(join(root, folder))) ?? [])
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    return names
      .filter((name) => /\.ya?ml$/.test(name))
      .sort(byCodeUnit)
      .flatMap((name) => {
        const text = ifPresent(readText(join(root, folder, name))) ?? '';
        return text.length > MOST_CHARACTERS ? [] : (parseWorkflow(`${folder}/${name}`, text) ?? []);
      });
  });
}

/** Whether git would leave out what lies in a folder; `undefined`: there is no repository to ask. */
export function readIgnores(root: string, variables: Variables): ((folder: string) => boolean) | undefined {
  const ask = (path: string): number | undefined =>
    runGit({ folder: root, variables }, ['check-ignore', '--quiet', '--', path]).status;
  const first = ask('.bengal/x');
  return first === 0 || first === 1 ? (folder) => ask(`${folder}/x`) === 0 : undefined;
}
