/** `node restore-once.ts SITE ARCHIVE`: restores an archive into a site and prints what came of it, as JSON. */
import { readFileSync } from 'node:fs';
import type { SitePath } from '../../src/core/paths.ts';
import { restoreState } from '../../src/transfer/transfer.ts';
import { storeServing } from './hostile-archives.ts';

const [site = '', archive = ''] = process.argv.slice(2);
const store = storeServing(readFileSync(archive));
const outputDir = 'public' as SitePath;
const cache = await restoreState({ store, site, outputDir, keys: { key: 'k', restoreKeys: [] } });
process.stdout.write(JSON.stringify(cache));
