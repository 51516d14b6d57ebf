import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { probeBengal, type ProbeOptions } from '../../src/config/probe.ts';
import { sha256 } from '../../src/core/digest.ts';
import { ANSWER, answering, writeFakePython } from '../support/fake-python.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const windows = process.platform === 'win32' ? 'these Pythons are scripts of POSIX systems' : false;

interface Job {
  readonly ask: (options?: Partial<ProbeOptions>) => Promise<string>;
  /** How often the Python was started. */
  readonly starts: () => Promise<number>;
  /** Where it finds packages. */
  readonly packages: string;
}

/** A Python that notes that it runs, and answers as Bengal would. */
async function jobIn(rig: SiteRig): Promise<Job> {
  const packages = join(rig.path, 'site-packages');
  mkdirSync(packages);
  const python = join(rig.path, 'bin', 'python3');
  const note = `require('node:fs').appendFileSync(root + '/starts', 'x');`;
  await writeFakePython(python, { body: note + answering({ ...ANSWER, places: [python, packages] }) });
  const folder = join(rig.path, 'temp');
  return {
    packages,
    ask: async (options = {}) => {
      const outcome = await probeBengal({
        ...{ site: rig.path, workspace: rig.path, environment: undefined, profile: undefined, configFile: undefined },
        ...{ python, variables: {}, memory: { folder, configuration: sha256('one') } },
        ...options,
      });
      return outcome.kind === 'answered' ? outcome.facts.configHash : outcome.kind;
    },
    starts: async () => (await rig.read('starts')).length,
  };
}

describe('a job that has asked its Bengal', { skip: windows }, () => {
  test('does not ask again for the same', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    assert.equal(await job.ask(), ANSWER.hash);
    assert.equal(await job.ask(), ANSWER.hash);
    assert.equal(await job.starts(), 1);
  });

  test('asks again when something was installed', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    await job.ask();
    mkdirSync(join(job.packages, 'bengal-0.5.2.dist-info'));
    await job.ask();
    assert.equal(await job.starts(), 2);
  });

  test('asks again when the Python is another under the same name', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    await job.ask();
    utimesSync(join(rig.path, 'bin', 'python3'), 1, 1);
    await job.ask();
    assert.equal(await job.starts(), 2);
  });

  test('asks again for another configuration, environment or path of packages', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    await job.ask();
    await job.ask({ memory: { folder: join(rig.path, 'temp'), configuration: sha256('another') } });
    await job.ask({ environment: 'preview' });
    await job.ask({ variables: { PYTHONPATH: rig.path } });
    assert.equal(await job.starts(), 4);
  });

  test('does not take its own companion for something installed', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    await job.ask();
    const companion = join(rig.path, 'companion');
    mkdirSync(join(companion, 'bengal_cache_companion'), { recursive: true });
    await job.ask({ variables: { PYTHONPATH: companion, PYTHONHASHSEED: '0' } });
    assert.equal(await job.starts(), 1);
  });

  test('asks again when what was kept cannot be read, or is no answer', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    await job.ask();
    for (const name of readdirSync(join(rig.path, 'temp'))) writeFileSync(join(rig.path, 'temp', name), '{"places":');
    assert.equal(await job.ask(), ANSWER.hash);
    assert.equal(await job.starts(), 2);
  });

  test('keeps no answer that does not say where packages are looked for', async () => {
    await using rig = await siteRig();
    const job = await jobIn(rig);
    await writeFakePython(join(rig.path, 'bin', 'python3'), {
      body: `require('node:fs').appendFileSync(root + '/starts', 'x');${answering(ANSWER)}`,
    });
    await job.ask();
    await job.ask();
    assert.equal(await job.starts(), 2);
  });
});
