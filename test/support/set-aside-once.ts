/** `node set-aside-once.ts SITE`: sets the recorded output aside for a build that never comes. */
import type { SitePath } from '../../src/core/paths.ts';
import { readManifest } from '../../src/manifest/manifest-file.ts';
import { setAsideOutput } from '../../src/output/set-aside.ts';
import { openWorkFolder } from '../../src/place/work-folder.ts';

const [site = ''] = process.argv.slice(2);
const found = await readManifest(site);
if (found.kind !== 'read') throw new Error(found.kind);
process.stdout.write('begin\n');
const { previous: folder } = openWorkFolder(site);
const output = { site, outputDir: 'public' as SitePath, sources: ['content'], authored: new Set<string>() };
const outcome = setAsideOutput({ ...output, recorded: found.manifest.outputs.keys() }, { kind: 'kept', folder });
if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
process.stdout.write('end\n');
