import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { probeBengal, type ProbeOptions, type ProbeOutcome } from '../../src/config/probe.ts';
import { ANSWER, answering, writeBengalScript, writeFakePython } from '../support/fake-python.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const windows = process.platform === 'win32' ? 'these Pythons are scripts of POSIX systems' : false;

async function probe(rig: SiteRig, options: Partial<ProbeOptions> = {}): Promise<ProbeOutcome> {
  return await probeBengal({
    site: rig.path,
    workspace: rig.path,
    environment: undefined,
    profile: undefined,
    configFile: undefined,
    python: undefined,
    variables: {},
    ...options,
  });
}

/** The Python that the workflow names behaves as the body says. */
async function probeFake(body: string, options: Partial<ProbeOptions> = {}): Promise<ProbeOutcome> {
  await using rig = await siteRig();
  const python = await writeFakePython(join(rig.path, 'py', 'python3'), { body });
  return await probe(rig, { python, ...options });
}

describe("asking the job's own Bengal", { skip: windows }, () => {
  test('gives its hash and versions, from the Python that was named', async () => {
    const outcome = await probeFake(answering(ANSWER));
    assert.deepEqual(outcome, {
      kind: 'answered',
      from: 'the input python',
      facts: {
        configHash: '4b998e303f57c483',
        bengal: '0.5.1',
        python: '3.14',
        settings: undefined,
        pageHashes: [],
        packages: undefined,
        asksToProceed: false,
      },
    });
  });

  test('passes on site, environment, profile and file, in a folder from which nothing is imported', async () => {
    await using rig = await siteRig();
    const body = `require('node:fs').writeFileSync(root + '/seen.json', JSON.stringify({ args: process.argv.slice(2, 5), root, environment, profile, configFile, cwd: process.cwd() }));${answering(ANSWER)}`;
    const python = await writeFakePython(join(rig.path, 'python3'), { body });
    await probe(rig, { python, environment: 'production', profile: 'writer', configFile: 'x.toml' });
    assert.deepEqual(JSON.parse(await rig.read('seen.json')), {
      args: ['-P', '-B', '-c'],
      root: rig.path,
      environment: 'production',
      profile: 'writer',
      configFile: 'x.toml',
      cwd: rig.path,
    });
  });

  test('gives it the variables that a step has, and no input or token of an action', async () => {
    await using rig = await siteRig();
    const body = `require('node:fs').writeFileSync(root + '/seen.json', JSON.stringify(process.env));${answering(ANSWER)}`;
    const python = await writeFakePython(join(rig.path, 'python3'), { body });
    const variables = {
      BENGAL_A: '1',
      GITHUB_REF_NAME: 'main',
      'INPUT_KEY-PREFIX': 'x',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
      ACTIONS_STEP_DEBUG: 'true',
    };
    await probe(rig, { python, variables });
    const seen = JSON.parse(await rig.read('seen.json')) as Record<string, string>;
    assert.deepEqual([seen['BENGAL_A'], seen['GITHUB_REF_NAME'], seen['ACTIONS_STEP_DEBUG']], ['1', 'main', 'true']);
    assert.deepEqual(
      Object.keys(seen).filter((name) => /^INPUT_|TOKEN/.test(name)),
      [],
    );
    // A variable with this prefix would change the configuration that is asked for.
    assert.deepEqual(
      Object.keys(seen).filter((name) => name.startsWith('BENGAL')),
      ['BENGAL_A'],
    );
  });

  test('finds the answer among whatever else is printed', async () => {
    const noise = { before: 'Dx hint\n! 16 unknown config entries\n{"hash": "x"}\n', after: 'bye\n{\n' };
    assert.equal((await probeFake(answering(ANSWER, noise))).kind, 'answered');
    assert.equal((await probeFake(answering(ANSWER, { before: 'no end of line' }))).kind, 'answered');
  });

  test('takes no answer without the mark of this very question', async () => {
    const outcome = await probeFake(`process.stdout.write(${JSON.stringify(JSON.stringify(ANSWER))} + '\\n')`);
    assert.deepEqual(outcome, { kind: 'failed', why: 'the input python gave no answer (exit 0)' });
  });

  test('ends a Python that hangs, together with what it started', async () => {
    await using rig = await siteRig();
    const child = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
    const body = `
      process.on('SIGTERM', () => {});
      const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' });
      require('node:fs').writeFileSync(root + '/pids', process.pid + ' ' + child.pid);
      setInterval(() => {}, 1000);`;
    const python = await writeFakePython(join(rig.path, 'python3'), { body });
    const outcome = await probe(rig, { python, timeoutMs: 5000 });
    assert.deepEqual(outcome, { kind: 'failed', why: 'the input python did not answer in time' });
    const pids = (await readFile(join(rig.path, 'pids'), 'utf8')).split(' ').map(Number);
    assert.equal(pids.length, 2);
    for (const pid of pids) await assertGone(pid);
  });

  test('ends a Python that floods its output', async () => {
    const outcome = await probeFake(
      `const line = 'x'.repeat(1 << 16); const go = () => { while (process.stdout.write(line)); }; process.stdout.on('drain', go); go();`,
    );
    assert.deepEqual(outcome, { kind: 'failed', why: 'the input python answered with more than 16777216 bytes' });
  });

  test('bears a Python that floods its errors', async () => {
    const outcome = await probeFake(`process.stderr.write('e'.repeat(1 << 22), () => { ${answering(ANSWER)} });`);
    assert.equal(outcome.kind, 'answered');
  });

  const FAILURES: Readonly<Record<string, readonly [body: string, why: string]>> = {
    'without a Bengal': [
      answering({ python: [3, 11, 7], missing: "No module named 'bengal'" }),
      "the input python has no Bengal (No module named 'bengal')",
    ],
    'whose Bengal cannot read the configuration': [
      answering({ ...ANSWER, hash: undefined, failed: 'ConfigLoadError: Invalid YAML in x\n  line 3' }),
      'Bengal could not read the configuration: ConfigLoadError: Invalid YAML in x',
    ],
    'that does not know its arguments': [
      `process.stderr.write('unknown option -P\\nusage: python'); process.exit(2);`,
      'the input python gave no answer (exit 2: usage: python)',
    ],
    'that ends by a signal': [
      `process.kill(process.pid, 'SIGKILL')`,
      'the input python gave no answer (exit by a signal)',
    ],
    'that answers with something else': [
      answering({ ...ANSWER, hash: '../../x' }),
      'the input python gave no answer (exit 0)',
    ],
    'that answers with no object': [answering(['x']), 'the input python gave no answer (exit 0)'],
  };

  for (const [what, [body, why]] of Object.entries(FAILURES)) {
    test(`says so of a Python ${what}`, async () => {
      assert.deepEqual(await probeFake(body), { kind: 'failed', why });
    });
  }

  test('says so of a Python that is not there', async () => {
    await using rig = await siteRig();
    const outcome = await probe(rig, { python: './no/python' });
    assert.ok(outcome.kind === 'failed');
    assert.match(outcome.why, /^the input python could not be started \(.*ENOENT/);
  });

  test('goes on to the next Python where one has no Bengal, and tells all it looked at when none has', async () => {
    await using rig = await siteRig();
    const [first, second] = [join(rig.path, 'a'), join(rig.path, 'b')];
    await writeFakePython(join(first, 'python3'), { body: answering({ python: [3, 11, 7], missing: 'no bengal' }) });
    await writeFakePython(join(second, 'python'), { body: answering(ANSWER) });
    const found = await probe(rig, { variables: { PATH: `${first}:${second}` } });
    assert.deepEqual(
      [found.kind, found.kind === 'answered' && found.from],
      ['answered', `${second}/python on the PATH`],
    );
    assert.deepEqual(await probe(rig, { variables: { PATH: first } }), {
      kind: 'none',
      why: `${first}/python3 on the PATH: has no Bengal (no bengal)`,
    });
    assert.deepEqual(await probe(rig, { variables: { PATH: join(rig.path, 'nothing') } }), {
      kind: 'none',
      why: 'no Python was found',
    });
  });

  test("stops at a Bengal that cannot read the configuration: another one would not be the job's", async () => {
    await using rig = await siteRig();
    const [first, second] = [join(rig.path, 'a'), join(rig.path, 'b')];
    await writeFakePython(join(first, 'python3'), {
      body: answering({ ...ANSWER, hash: undefined, failed: 'broken' }),
    });
    await writeFakePython(join(second, 'python'), { body: answering(ANSWER) });
    const found = await probe(rig, { variables: { PATH: `${first}:${second}` } });
    assert.deepEqual(found, { kind: 'failed', why: 'Bengal could not read the configuration: broken' });
  });

  test('prefers the Python that runs the bengal on the PATH to any other one', async () => {
    await using rig = await siteRig();
    const bin = join(rig.path, 'bin');
    const own = await writeFakePython(join(rig.path, 'own', 'python3.14'), { body: answering(ANSWER) });
    await writeFakePython(join(bin, 'python3'), { body: answering({ ...ANSWER, bengal: '0.4.0' }) });
    await writeBengalScript(bin, `#!${own}`);
    const found = await probe(rig, { variables: { PATH: bin, VIRTUAL_ENV: join(rig.path, 'elsewhere') } });
    assert.deepEqual(
      [found.kind === 'answered' && found.facts.bengal, found.kind === 'answered' && found.from],
      ['0.5.1', 'bengal on the PATH'],
    );
  });

  test('takes what a Bengal tells only as far as it can be checked', async () => {
    const outcome = await probeFake(
      answering({
        ...ANSWER,
        bengal: '$(rm -rf ~)',
        text: '{"a":1}',
        withFlags: [[['--strict'], 'cca51727f41b2dc1'], [['--x'], 'no hash'], 'x'],
        packages: { bengal: { version: '0.5.1', source: 'folder', folders: ['bengal'] }, kida: { version: 7 }, x: 1 },
        options: ['yes', 'strict'],
      }),
    );
    assert.ok(outcome.kind === 'answered');
    const { bengal, settings, pageHashes, packages, asksToProceed } = outcome.facts;
    assert.equal(bengal, undefined);
    // The text is not the one that the hash was made of.
    assert.equal(settings, undefined);
    assert.deepEqual(pageHashes, [{ flags: ['--strict'], hash: 'cca51727f41b2dc1' }]);
    assert.deepEqual(packages?.get('bengal'), { version: '0.5.1 (folder)', editable: true, folders: ['bengal'] });
    assert.deepEqual(packages.get('x'), { version: '', editable: false, folders: [] });
    assert.equal(asksToProceed, true);
  });
});

/** A killed process is gone as soon as the system has taken note of it. */
async function assertGone(pid: number): Promise<void> {
  for (let round = 0; round < 200; round++) {
    const state = existsSync(`/proc/${String(pid)}/stat`)
      ? await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '')
      : '';
    // A zombie waits for its parent, and does nothing any more.
    if (state === '' || state.includes(' Z ')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`process ${String(pid)} is still there`);
}

const BENGAL = join(import.meta.dirname, '..', '..', '.cache', 'bengal', 'bin');
const noBengal = existsSync(join(BENGAL, 'python'))
  ? false
  : 'there is no real Bengal here (scripts/install-bengal.ts)';

describe('a real Bengal', { skip: noBengal }, () => {
  const variables = { PATH: BENGAL };

  test('answers for a site, with every setting, its packages and the hashes that pages carry', async () => {
    await using rig = await siteRig({ 'bengal.toml': '[site]\ntitle = "T"\n' });
    const outcome = await probe(rig, { variables });
    assert.ok(outcome.kind === 'answered', JSON.stringify(outcome));
    const { facts } = outcome;
    assert.deepEqual([facts.configHash, facts.bengal, facts.python], ['eac07faf974f235d', '0.5.1', '3.14']);
    assert.equal(facts.settings?.get('site.title'), '"T"');
    assert.deepEqual(facts.packages?.get('bengal')?.folders.includes('bengal'), true);
    assert.ok(facts.packages.has('kida-templates') && facts.packages.has('patitas'));
    assert.ok(facts.pageHashes.some(({ flags }) => flags.includes('--clean-output')));
    assert.equal(facts.asksToProceed, false);
  });

  test('imports nothing that lies in the site, whatever it is called', async () => {
    const hostile = `import os\nopen(os.path.join(os.path.dirname(__file__), 'ran'), 'w').close()\n`;
    await using rig = await siteRig({
      'bengal.toml': '',
      'bengal.py': hostile,
      'bengal/__init__.py': hostile,
      'sitecustomize.py': hostile,
      'usercustomize.py': hostile,
      'json.py': hostile,
      'yaml/__init__.py': hostile,
    });
    assert.equal((await probe(rig, { variables })).kind, 'answered');
    assert.deepEqual([existsSync(join(rig.path, 'ran')), existsSync(join(rig.path, 'bengal', 'ran'))], [false, false]);
  });

  test('says what is wrong with a configuration that it cannot read', async () => {
    await using rig = await siteRig({ 'bengal.yaml': 'a: [1' });
    const outcome = await probe(rig, { variables });
    assert.ok(outcome.kind === 'failed');
    assert.match(outcome.why, /^Bengal could not read the configuration: \w+Error: /);
  });

  test('is run in a way that leaves no file behind', async () => {
    await using rig = await siteRig({ 'bengal.toml': '' });
    await probe(rig, { variables });
    for (const path of ['.bengal', '__pycache__', 'public'])
      assert.equal(existsSync(join(rig.path, path)), false, path);
  });
});
