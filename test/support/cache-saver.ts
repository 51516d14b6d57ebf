/**
 * Saves a build cache over and over: `node cache-saver.ts FOLDER ROUNDS NAME`. Every save writes `NAME-ROUND` in many
 * places of the main file and of a store, so that a mixture of two saves shows. Says `begin ROUND` and `end ROUND`.
 */
import { writeSync } from 'node:fs';
import { BuildCache } from '../../src/bengal/build-cache.ts';

const [folder = '', rounds = '1', name = ''] = process.argv.slice(2);
const PLACES = 400;

const cache = await BuildCache.load(folder);
const first = Number(cache.configHash?.split('-')[1] ?? 0) + 1;
for (let round = first; round < first + Number(rounds); round++) {
  const mark = `${name}-${round}`;
  // Another configuration than before: this clears everything.
  cache.validateConfig(mark);
  for (let place = 0; place < PLACES; place++) {
    cache.recordPageTemplates(`content/page-${place}.md`, [mark]);
    cache.setPageCache(`page-${place}`, { mark, filler: `${mark} `.repeat(30) });
  }
  writeSync(1, `begin ${round}\n`);
  await cache.save({ python: '3.14' });
  writeSync(1, `end ${round}\n`);
}
