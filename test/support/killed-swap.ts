/** `node killed-swap.ts SITE N`: swaps two trees of the site for new ones, and is killed before the Nth rename. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { SitePath } from '../../src/core/paths.ts';

const [site = '', nth = ''] = process.argv.slice(2);
const rename = fs.renameSync;
let renames = 0;
fs.renameSync = (from, to) => {
  renames += 1;
  if (renames === Number(nth)) process.kill(process.pid, 'SIGKILL');
  rename(from, to);
};
syncBuiltinESMExports();

const { openStaging } = await import('../../src/archive/staging.ts');
const { swapTrees } = await import('../../src/archive/swap.ts');
const staging = openStaging(site);
const roots = ['.bengal', 'public', 'extra'] as SitePath[];
for (const root of roots) {
  fs.mkdirSync(join(staging.folder, root));
  fs.writeFileSync(join(staging.folder, root, 'file'), 'new');
}
swapTrees({ site, folder: staging.folder, aside: staging.aside, roots });
staging.remove();
process.stdout.write('done\n');
