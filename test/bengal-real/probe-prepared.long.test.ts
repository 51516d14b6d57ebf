import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { variablesForBuild } from '../../src/companion/variables.ts';
import { probeBengal } from '../../src/config/probe.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

/** What the main step exports is there in the post step, which records the packages that the next job has to have. */
test('a prepared job has the same packages as one that is not prepared yet', { skip: whyNoBengal() }, async () => {
  await using folder = await temporaryFolder();
  const site = join(folder.path, 'site');
  cpSync(join(root, 'examples/lighthouse/site'), site, { recursive: true });
  const [before, after] = await Promise.all(
    [{}, Object.fromEntries(variablesForBuild(site, {}))].map((variables) =>
      probeBengal({
        site,
        workspace: site,
        environment: 'production',
        profile: undefined,
        configFile: undefined,
        python: join(root, '.cache/bengal/bin/python'),
        variables: { PATH: process.env['PATH'], ...variables },
      }),
    ),
  );
  assert.equal(before?.kind, 'answered');
  assert.deepEqual(after, before);
});
