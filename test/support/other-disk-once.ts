import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installTrees } from '../../src/archive/install.ts';
import { openStaging } from '../../src/archive/staging.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { restoreOutput, setAsideOutput } from '../../src/output/set-aside.ts';

// Swaps trees in where the output lies on another disk, sets the output aside and puts it back; says what it found.

const site = process.argv[2] ?? '';
const outputDir = 'public' as SitePath;
const isLink = (): boolean => lstatSync(join(site, 'public')).isSymbolicLink();

const staging = openStaging(site);
for (const path of ['public/file', 'public/deep/more', '.bengal/file']) {
  const file = join(staging.folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'new');
  utimesSync(file, 1e9, 1e9);
}
installTrees({ site, ...staging, roots: ['.bengal' as SitePath, outputDir] });
staging.remove();
const found = readdirSync(join(site, 'public'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  statSync(join(site, 'public', path)).isFile(),
);
const replaced = {
  link: isLink(),
  files: Object.fromEntries(found.sort().map((path) => [path, readFileSync(join(site, 'public', path), 'utf8')])),
  state: readFileSync(join(site, '.bengal/file'), 'utf8'),
  left: readdirSync(join(site, 'volume')),
};

const folder = join(site, '.bengal-cache/previous');
const recorded = ['file', 'deep/more'];
const aside = setAsideOutput(
  { site, outputDir, recorded, sources: ['content'], authored: new Set() },
  { kind: 'kept', folder },
);
const previous = readdirSync(folder).sort();
const back = restoreOutput({ site, outputDir, folder, recorded });
console.log(
  JSON.stringify({
    replaced,
    aside: { ...aside, previous },
    back: {
      kind: back.kind,
      files: back.kind === 'done' ? back.files : 0,
      link: isLink(),
      content: readFileSync(join(site, 'public/deep/more'), 'utf8'),
      time: statSync(join(site, 'public/deep/more')).mtimeMs,
    },
  }),
);
