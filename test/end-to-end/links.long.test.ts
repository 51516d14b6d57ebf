import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readCacheFile, writeCacheFile } from '../../src/bengal/cache-file.ts';
import type { PythonMinor } from '../../src/bengal/envelope.ts';
import type { Report } from '../../src/report/report.ts';
import { readTree } from '../archive/tree.ts';
import { startCacheService } from '../support/cache-service.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';
import { build, dist, runnerJob, writeSource, type RunnerJob, type StepResult } from './runner-job.ts';

// Symbolic links that come with a repository, folders that hold more than one thing, and files that are called like ours.

const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };

const warningsIn = ({ log }: StepResult): readonly string[] => log.match(/^::warning.*$/gm) ?? [];

/** Makes the job's folder a checkout of git's, in the middle of which the site lies. */
function commitAll(job: Pick<RunnerJob, 'site'>): void {
  const git = (...args: string[]): void => {
    const config = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'init.defaultBranch=main'];
    const run = spawnSync('git', [...config, ...args], { cwd: job.site, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  };
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message=x');
}

function file(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test('an output folder behind a link that leaves the site is not cleared, packed or filled, and one warning says so', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, BUILT_WITH);
  const outside = join(job.temp, '..', 'outside');
  file(join(outside, 'work/index.html'), 'theirs');
  build(job.site);
  symlinkSync(outside, join(job.site, 'link'));
  writeSource(job, 'config/_default/build.yaml', 'build:\n  output_dir: link/work\n');
  commitAll(job);
  const before = await readTree(outside);
  const main = await job.main();
  assert.equal(main.status, 0, main.log);
  assert.equal(main.outputs['build-mode'], 'full', main.log);
  assert.doesNotMatch(main.outputs['build-args'] ?? '', /clean-output/);
  assert.equal(warningsIn(main).length, 1, main.log);
  assert.match(warningsIn(main)[0] ?? '', /"link" in the site is a symbolic link that leads out of the site/);
  assert.deepEqual(await readTree(outside), before);
  const post = await job.post();
  assert.deepEqual([service.requests.create, warningsIn(post)], [0, []], post.log);
  const cli = spawnSync(process.execPath, [
    join(dist, 'cli.js'),
    'report',
    '--site',
    job.site,
    '--prepare',
    '--no-probe',
  ]);
  assert.notEqual(cli.status, null);
  assert.deepEqual(await readTree(outside), before);
});

for (const target of ['www', '../www']) {
  test(`an output folder that is a link to ${target} is saved and restored where it leads, and the link stays`, async () => {
    await using service = await startCacheService();
    const prepareJob = async (): Promise<RunnerJob> => {
      const job = await runnerJob(service, { ...BUILT_WITH, site: '.' });
      symlinkSync(target, join(job.site, 'public'));
      mkdirSync(join(job.site, '..', '.git'), { recursive: true });
      file(join(job.site, '..', '.git', 'HEAD'), 'ref: refs/heads/main\n');
      return job;
    };
    {
      await using job = await prepareJob();
      await job.main();
      renameSync(join(job.site, 'public'), join(job.site, 'link'));
      build(job.site);
      renameSync(join(job.site, 'public'), join(job.site, target));
      renameSync(join(job.site, 'link'), join(job.site, 'public'));
      const post = await job.post();
      assert.match(post.log, /Saved/, post.log);
    }
    await using job = await prepareJob();
    const main = await job.main();
    assert.equal(main.outputs['cache-hit'], 'true', main.log);
    assert.equal(main.outputs['build-mode'], 'skip', main.log);
    assert.equal(lstatSync(join(job.site, 'public')).isSymbolicLink(), true);
    assert.equal(existsSync(join(job.site, target, 'index.html')), true);
  });
}

test('a folder of the state that is a link elsewhere is neither read nor written through', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, BUILT_WITH);
  build(job.site);
  const outside = join(job.temp, '..', 'outside');
  mkdirSync(outside);
  cpSync(join(job.site, '.bengal/provenance'), join(outside, 'provenance'), { recursive: true });
  renameSync(join(job.site, '.bengal/provenance'), join(job.site, '.bengal/moved'));
  symlinkSync(join(outside, 'provenance'), join(job.site, '.bengal/provenance'));
  appendFileSync(join(job.site, 'content/about.md'), '\nMore.\n');
  const before = await readTree(outside);
  const main = await job.main();
  assert.equal(main.outputs['build-mode'], 'full', main.log);
  assert.equal(warningsIn(main).length, 1, main.log);
  assert.match(warningsIn(main)[0] ?? '', /provenance.* is a symbolic link that leads out of the state/);
  assert.deepEqual(await readTree(outside), before);
});

const OVERLAPS = [
  ['the sources lie in the output folder', 'docs/src', 'docs'],
  ['the output folder is that of the sources', 'src', 'src'],
] as const;
for (const [what, contentDir, outputDir] of OVERLAPS) {
  test(`no page is lost where ${what}`, async () => {
    await using service = await startCacheService();
    await using job = await runnerJob(service, BUILT_WITH);
    build(job.site);
    renameSync(join(job.site, 'public'), join(job.site, outputDir));
    cpSync(join(job.site, 'content'), join(job.site, contentDir), { recursive: true });
    writeSource(
      job,
      'config/_default/build.yaml',
      `build:\n  output_dir: ${outputDir}\n  content_dir: ${contentDir}\n`,
    );
    const before = await readTree(join(job.site, outputDir));
    const main = await job.main();
    assert.equal(main.status, 0, main.log);
    assert.deepEqual(await readTree(join(job.site, outputDir)), before);
    assert.doesNotMatch(main.outputs['build-args'] ?? '', /clean-output/);
    assert.equal(warningsIn(main).filter((line) => line.includes('holds the sources')).length, 1, main.log);
    const post = await job.post();
    assert.equal(service.requests.create, 0, post.log);
    assert.deepEqual(await readTree(join(job.site, outputDir)), before);
  });
}

test('what the repository keeps in the output folder outlives a restore and a clearing', async () => {
  await using service = await startCacheService();
  const prepareJob = async (): Promise<RunnerJob> => {
    const job = await runnerJob(service, BUILT_WITH);
    writeSource(job, 'public/CNAME', 'new.example.org\n');
    commitAll(job);
    return job;
  };
  {
    await using job = await runnerJob(service, BUILT_WITH);
    await job.main();
    build(job.site);
    writeSource(job, 'public/CNAME', 'old.example.org\n');
    assert.match((await job.post()).log, /Saved/);
  }
  await using job = await prepareJob();
  const main = await job.main();
  assert.equal(main.outputs['cache-hit'], 'true', main.log);
  assert.equal(readFileSync(join(job.site, 'public/CNAME'), 'utf8'), 'new.example.org\n');
  assert.notEqual(main.outputs['build-mode'], 'skip', main.log);
});

test('a journal, a staging folder and a work folder that came with the repository block nothing and delete nothing', async () => {
  const theirs = {
    '.bengal-cache-swap': JSON.stringify({
      owner: 'elsewhere 1',
      folder: '.bengal-cache-staging-x/tree',
      aside: '.bengal-cache-staging-x/aside',
      roots: ['public', 'src', '.bengal'].map((path) => ({ path, existed: false })),
    }),
    '.bengal-cache-staging-x/owner': 'elsewhere 1',
    '.bengal-cache-staging-x/tree/.keep': '',
    '.bengal-cache/previous/index.html': 'theirs',
    'src/own.txt': 'theirs',
  };
  for (const age of ['now', 'long ago'] as const) {
    await using service = await startCacheService();
    await using job = await runnerJob(service, BUILT_WITH);
    for (const [path, text] of Object.entries(theirs)) {
      writeSource(job, path, text);
      if (age === 'long ago') utimesSync(join(job.site, path), 1, 1);
    }
    const main = await job.main();
    assert.equal(main.status, 0, main.log);
    // A build is prepared in a folder of that name and no other.
    assert.match(
      warningsIn(main).join('\n'),
      /^\S.*\.bengal-cache in the site was not made by this tool on this machine\. Remove it \(from the repository too[^\n]*$/,
    );
    build(job.site);
    const post = await job.post();
    assert.match(post.log, /Saved/, post.log);
    for (const [path, text] of Object.entries(theirs)) assert.equal(readFileSync(join(job.site, path), 'utf8'), text);
    assert.equal(existsSync(join(job.site, 'public/index.html')), true);
  }
});

/** The state names one module elsewhere as a source of API documentation. */
async function documenting(rig: SiteRig, module: string): Promise<void> {
  const folder = join(rig.path, '.bengal');
  const read = await readCacheFile(folder, 'cache');
  assert.ok(read.kind === 'read' && read.envelope.kind === 'headed');
  const modules = { [module]: { source_hash: 'a'.repeat(64) } };
  const python = read.envelope.python satisfies PythonMinor;
  await writeCacheFile({ folder, name: 'cache', value: { ...read.value, autodoc_content_cache: modules }, python });
}

test('of a folder outside that a state names, nothing is listed or read but the named file', async () => {
  await using rig = await lighthouseRig();
  const library = join(rig.path, '..', 'library');
  for (const name of ['named.py', 'other.py', 'deep/other.py']) file(join(library, name), 'x');
  await documenting(rig, join(library, 'named.py'));
  const args = ['report', '--site', rig.path, '--no-probe', '--format', 'json'];
  const ran = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { encoding: 'utf8' });
  const { changes } = JSON.parse(ran.stdout) as Report;
  assert.doesNotMatch(ran.stdout, /other\.py/);
  assert.ok(changes.modified.includes(join(library, 'named.py')), JSON.stringify(changes));
  assert.ok(changes.unverifiable.includes(library), JSON.stringify(changes));
});
