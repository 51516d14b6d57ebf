import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Delta } from '../../src/delta/delta.ts';
import { runCli } from '../../src/entry/cli-main.ts';
import { flowRig } from '../support/flow-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { layTree } from '../delta/trees.ts';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof written): { write(text: string): void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const variables = { PATH: process.env['PATH'] };
  const status = await runCli(['delta', ...args], {
    cwd,
    variables,
    stdout: collect('stdout'),
    stderr: collect('stderr'),
  });
  return { status, ...written };
}

function deltaIn({ stdout }: Ended): Delta {
  return JSON.parse(stdout) as Delta;
}

const OLD = new Map([
  ['index.html', '<title>Home</title><main><h1>Home</h1><p>Welcome. Sit down.</p></main>'],
  ['gone/index.html', '<title>Gone</title><main><h1>Gone</h1><p>Bye.</p></main>'],
  ['style.css', 'p{}'],
]);
const NEW = new Map([
  ['index.html', '<title>Home</title><main><h1>Home</h1><p>Welcome. Stand up.</p></main>'],
  ['new/index.html', '<title>New</title><main><h1>New</h1><p>Hello.</p></main>'],
  ['style.css', 'p{}'],
]);

test('two folders of any generator are enough, and no Bengal is needed', async () => {
  await using folder = await temporaryFolder();
  layTree(join(folder.path, 'old'), OLD);
  layTree(join(folder.path, 'new'), NEW);
  const told = await run(folder.path, 'new', '--base', 'old');
  assert.equal(told.status, 1, 'an address vanished');
  assert.equal(
    told.stdout,
    `1 page changed, 1 page added, 1 page removed
Compared with old
  ~ / text: "Sit down." -> "Stand up."
  + /new/ New
  - /gone/ Gone
1 address that answered leads nowhere now
  ! /gone/ is gone without a redirect; add a redirect from /gone/
1 file unchanged
`,
  );
  assert.equal((await run(folder.path, 'new', '--base', 'old', '--vanished', 'warning')).status, 0);
  writeFileSync(join(folder.path, 'new', '_redirects'), '/gone/ /new/ 301\n');
  assert.equal((await run(folder.path, 'new', '--base', 'old')).status, 0, 'a redirect leads on');
});

test('bad usage is told before anything is written', async () => {
  await using folder = await temporaryFolder();
  layTree(join(folder.path, 'new'), NEW);
  for (const [args, words] of [
    [[], /no Bengal site here/],
    [['nowhere', '--base', 'new'], /^bengal-cache: OUTPUT: expected a folder that exists, got "nowhere"/],
    [
      ['new', '--base', 'nowhere'],
      /Option --base: expected a folder or a manifest that exists \(a key needs a store\)/,
    ],
    [['new', 'more'], /Unexpected "more" after delta new/],
    [['new', '--base', 'new', '--pull-request', 'x'], /Option --pull-request: expected a whole number/],
    [['new', '--base', 'new', '--files-path', 'new'], /holds something else than an earlier delta/],
  ] as const) {
    const ended = await run(folder.path, ...args);
    assert.deepEqual([ended.status, ended.stdout], [2, ''], args.join(' '));
    assert.match(ended.stderr, words);
  }
  assert.ok(!existsSync(join(folder.path, 'new', 'delta.json')));
});

test('a deployment is compared with what lies at its target, and one that was lost is made up for', async () => {
  await using folder = await temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  layTree(at('v1'), OLD);
  const first = await run(folder.path, 'v1', '--base', 'deployed.json', '--files-path', 'd1', '--format', 'json');
  assert.deepEqual(deltaIn(first).base, { kind: 'none', why: 'deployed.json is not there' });
  assert.deepEqual(
    readFileSync(join(at('d1'), 'rclone-upload.txt'), 'utf8').split('\n'),
    [...OLD.keys(), ''].sort((a, b) => (a === '' ? 1 : a < b ? -1 : 1)),
  );
  cpSync(join(at('d1'), 'deployed.json'), at('deployed.json'));
  // This build is never deployed.
  layTree(at('v2'), NEW);
  await run(folder.path, 'v2', '--base', 'deployed.json', '--files-path', 'd2');
  const third = new Map([...NEW, ['third.html', '<p>3</p>']]);
  layTree(at('v3'), third);
  const told = deltaIn(
    await run(folder.path, 'v3', '--base', 'deployed.json', '--files-path', 'd3', '--format', 'json'),
  );
  assert.deepEqual(
    told.files.map(({ path, change }) => `${change} ${path}`),
    ['removed gone/index.html', 'changed index.html', 'added new/index.html', 'added third.html'],
  );
  // This one breaks off: what it may have touched is sent again, even where the output is as it was before.
  cpSync(join(at('d3'), 'deploying.json'), at('deployed.json'));
  const back = deltaIn(await run(folder.path, 'v1', '--base', 'deployed.json', '--format', 'json'));
  assert.deepEqual(
    back.files.map(({ path, change }) => `${change} ${path}`),
    ['changed gone/index.html', 'changed index.html', 'removed new/index.html', 'removed third.html'],
  );
});

test('what differs by noise alone is deployed with exact, left out with content, and then not claimed to be there', async () => {
  await using folder = await temporaryFolder();
  const page = (hash: string): string => `<meta name="bengal:content-hash" content="${hash}"><p>x</p>`;
  layTree(
    join(folder.path, 'old'),
    new Map([
      ['a.html', page('0123456789abcdef')],
      ['b.html', '1'],
    ]),
  );
  layTree(
    join(folder.path, 'new'),
    new Map([
      ['a.html', page('fedcba9876543210')],
      ['b.html', '2'],
    ]),
  );
  const files = (deploy: string): Promise<Ended> =>
    run(folder.path, 'new', '--base', 'old', '--deploy', deploy, '--files-path', deploy);
  await files('exact');
  await files('content');
  const list = (deploy: string): string => readFileSync(join(folder.path, deploy, 'rclone-upload.txt'), 'utf8');
  assert.deepEqual([list('exact'), list('content')], ['a.html\nb.html\n', 'b.html\n']);
  const next = await run(folder.path, 'new', '--base', 'content/deployed.json', '--format', 'json');
  assert.deepEqual(
    deltaIn(next).files.map(({ path }) => path),
    ['a.html'],
  );
});

test('a site is compared with its last recorded build, a state in a store by its key', async () => {
  await using site = await flowRig();
  await site.checkOut();
  site.build();
  const recorded = await runCli(['record', '--no-probe'], silent(site.path));
  assert.equal(recorded, 0);
  const store = join(site.path, '..', 'folder-store');
  const saved = collecting(site.path);
  assert.equal(await runCli(['save', '--no-probe', '--store', store, '--format', 'json'], saved.process), 0);
  const { key } = JSON.parse(saved.text()) as { key: string };
  const same = deltaIn(await run(site.path, '--format', 'json'));
  assert.deepEqual([same.files, same.base.kind], [[], 'manifest']);
  const [page] = ['about/index.html', 'index.html'].filter((path) => existsSync(join(site.path, 'public', path)));
  assert.ok(page !== undefined);
  writeFileSync(join(site.path, 'public', page), '<main><h1>Other</h1></main>');
  rmSync(join(site.path, 'public', 'sitemap.xml'), { force: true });
  const changed = await run(site.path, '--format', 'json');
  assert.deepEqual(deltaIn(changed).files.find(({ path }) => path === page)?.page?.changed, { parts: ['unknown'] });
  const stored = deltaIn(await run(site.path, '--base', key, '--store', store, '--format', 'json'));
  assert.deepEqual(
    stored.files.map(({ path, change }) => [path, change]),
    deltaIn(changed).files.map(({ path, change }) => [path, change]),
  );
  const { page: told } = stored.files.find(({ path }) => path === page) ?? {};
  assert.equal(told?.changed?.title?.after, 'Other', 'what a store holds has its bytes');
  const none = deltaIn(await run(site.path, '--base', 'no/such/key', '--store', store, '--format', 'json'));
  assert.equal(none.base.kind, 'none');
});

function collecting(cwd: string): { process: Parameters<typeof runCli>[1]; text: () => string } {
  let text = '';
  const stdout = {
    write: (piece: string): void => {
      text += piece;
    },
  };
  return { process: { cwd, variables: {}, stdout, stderr: { write: () => undefined } }, text: () => text };
}

function silent(cwd: string): Parameters<typeof runCli>[1] {
  return collecting(cwd).process;
}
