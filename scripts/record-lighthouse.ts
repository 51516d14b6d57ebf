/**
 * Records `examples/lighthouse/recorded` anew: `node scripts/record-lighthouse.ts`.
 *
 * Goes the way of a user, in the folder in which a job on GitHub would: one full build, an edit, and one build that keeps
 * what the edit does not touch, each prepared and recorded; then the state is stored, and restored from the store. So
 * both kinds of build were timed, and what lies in `recorded/` is what a job restores. Before the second build is
 * recorded, the default theme's assets and the graph are removed from its output, since they are ten times the rest.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  bengalCache,
  bengalForRecording,
  buildAndRecord,
  environmentWith,
  slimDown,
  toldBy,
} from './recording/build.ts';
import { takePlace } from './recording/place.ts';

/** The page that the second build finds edited. */
const EDITED = 'content/about.md';

const lighthouse = resolve(import.meta.dirname, '../examples/lighthouse');
const sources = join(lighthouse, 'site');
using installed = await bengalForRecording();
const { bengal } = installed;
const [env, told] = [environmentWith(bengal), await toldBy(bengal)];
const store = mkdtempSync(join(tmpdir(), 'record-lighthouse-'));
try {
  using place = takePlace('lighthouse');
  const { at } = place;
  cpSync(sources, at, { recursive: true });
  const page = readFileSync(join(at, EDITED), 'utf8');
  writeFileSync(join(at, EDITED), `${page}\nA sentence that was taken out later.\n`);
  await buildAndRecord({ at, bengal });
  writeFileSync(join(at, EDITED), page);
  await buildAndRecord({ at, bengal, beforeRecord: slimDown });
  await bengalCache(['save', '--site', at, '--store', store, ...told], env);

  rmSync(at, { recursive: true });
  cpSync(sources, at, { recursive: true });
  process.stdout.write(await bengalCache(['restore', '--site', at, '--store', store, ...told], env));
  const recorded = join(lighthouse, 'recorded');
  rmSync(recorded, { recursive: true });
  for (const folder of ['.bengal', 'public']) cpSync(join(at, folder), join(recorded, folder), { recursive: true });
  process.stdout.write(await bengalCache(['report', '--site', at, ...told], env));
} finally {
  rmSync(store, { recursive: true });
}
