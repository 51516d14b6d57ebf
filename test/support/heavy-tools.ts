import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'tools', 'node_modules');

/** What a test says that needs a package of test/tools where it is not installed; `false` where it is. */
export function missingTool(name: string): string | false {
  return !existsSync(join(FOLDER, name)) && `${name} is not installed here: npm run test:tools`;
}
