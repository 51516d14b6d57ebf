import assert from 'node:assert/strict';
import { readFileSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { deltaFiles } from '../../src/delta-job/delta-files.ts';
import { findDelta } from '../../src/delta-job/find-delta.ts';
import { writeDeltaFolder } from '../../src/output/write-delta.ts';
import { filesBelow } from '../../src/output/plain-files.ts';
import { missingTools, runTool, s3Server } from '../support/deploy-tools.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { layTree, treePairs, type FileTree } from './trees.ts';

interface Laid {
  /** The output as it is now, and the files for tools. */
  readonly output: string;
  readonly files: string;
  /** Holds what was deployed before. */
  readonly target: string;
}

async function lay(folder: string, before: FileTree, after: FileTree): Promise<Laid> {
  const [old, output, files, target] = ['before', 'output', 'files', 'target'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  layTree(old, before);
  layTree(output, after);
  layTree(target, before);
  // What a tool goes by that looks at times: one moment for all, as a checkout leaves them.
  for (const root of [output, target])
    for (const path of filesBelow(root).files) utimesSync(join(root, path), 1_700_000_000, 1_700_000_000);
  const found = await findDelta({ output, base: { kind: 'folder', folder: old, name: 'before' }, site: undefined });
  const told = deltaFiles(found, {
    ...{ deploy: 'exact', baseUrl: 'https://example.org', preview: undefined, bucketFolder: 'docs/' },
    ...{ indexNowKey: 'a1b2c3d4', commit: undefined, event: undefined, now: '2026-11-30T09:00:00Z' },
  });
  await writeDeltaFolder({ folder: files, output, ...told });
  return { output, files, target };
}

function contentOf(folder: string): Record<string, string> {
  const { files } = filesBelow(folder);
  return Object.fromEntries(files.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Names that a disk takes. */
const HOSTILE = HOSTILE_NAMES.map((name) => name.replaceAll('/', '-')).filter(
  (name) => name !== '' && name !== '.' && name !== '..' && !name.includes('\0') && Buffer.byteLength(name) < 200,
);
const HOSTILE_PAIR: readonly [FileTree, FileTree] = [
  new Map(
    HOSTILE.map((name, index) => [`${name}/${index % 2 === 0 ? 'old.html' : 'kept.txt'}`, `${String(index)} before`]),
  ),
  new Map(
    HOSTILE.map((name, index) => [`${name}/${index % 3 === 0 ? 'new.html' : 'kept.txt'}`, `${String(index)} is now`]),
  ),
];
/** A file that becomes a folder, and a folder that becomes a file. */
const TURNED_PAIR: readonly [FileTree, FileTree] = [
  new Map([
    ['a', 'file'],
    ['b/c/index.html', 'page'],
  ]),
  new Map([
    ['a/index.html', 'page'],
    ['b', 'file'],
  ]),
];

suite('rsync', { skip: missingTools('rsync') }, () => {
  const deploy = ({ output, files, target }: Laid): void => {
    const common = ['--archive', '--ignore-times', '--from0', `--files-from=${join(files, 'rsync-upload')}`];
    runTool('rsync', [...common, '--force', `${output}/`, `${target}/`]);
    const gone = ['--archive', '--from0', `--files-from=${join(files, 'rsync-delete')}`];
    const deleting = ['--delete-missing-args', '--no-implied-dirs', `${output}/`, `${target}/`];
    // 24: a folder of a file that is gone is gone from the output too.
    runTool('rsync', [...gone, ...deleting], { mayEnd: [24] });
  };

  test('makes the new output of the old one by the two lists, whatever the names are', async () => {
    await using folder = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(treePairs, async ([before, after]) => {
        const laid = await lay(folder.path, before, after);
        deploy(laid);
        assert.deepEqual(contentOf(laid.target), contentOf(laid.output));
      }),
      { numRuns: 10, examples: [[HOSTILE_PAIR], [TURNED_PAIR]] },
    );
  });
});

suite('rclone', { skip: missingTools('rclone') }, () => {
  test('makes the new output of the old one by the two lists, but for names with a line end', async () => {
    await using folder = await temporaryFolder();
    const fits = (tree: FileTree): FileTree => new Map([...tree].filter(([path]) => !/[\r\n]/.test(path)));
    await fc.assert(
      fc.asyncProperty(treePairs, async ([before, after]) => {
        const { output, files, target } = await lay(folder.path, fits(before), fits(after));
        const quiet = ['--config', '/dev/null', '--ignore-times', '--no-traverse'];
        runTool('rclone', ['copy', output, target, ...quiet, '--files-from-raw', join(files, 'rclone-upload.txt')]);
        // A list without a name would mean every file.
        if (readFileSync(join(files, 'rclone-delete.txt'), 'utf8') !== '')
          runTool('rclone', [
            'delete',
            target,
            '--config',
            '/dev/null',
            '--files-from-raw',
            join(files, 'rclone-delete.txt'),
          ]);
        assert.deepEqual(contentOf(target), contentOf(output));
      }),
      { numRuns: 5 },
    );
  });
});

suite('aws s3 and a server that answers as S3 does', { skip: missingTools('aws', 'moto_server') }, () => {
  test('make the new output of the old one in a folder of a bucket', async () => {
    await using folder = await temporaryFolder();
    await using server = await s3Server();
    const aws = (...args: string[]): string => runTool('aws', args, { env: server.env });
    const before: FileTree = new Map([...HOSTILE_PAIR[0]].filter(([path]) => !/[\p{Cc}]/u.test(path)));
    const after: FileTree = new Map([...HOSTILE_PAIR[1]].filter(([path]) => !/[\p{Cc}]/u.test(path)));
    const { output, files, target } = await lay(folder.path, before, after);
    aws('s3', 'mb', 's3://site');
    aws('s3', 'cp', '--quiet', '--recursive', target, 's3://site/docs/');
    aws('s3', 'cp', '--quiet', '--recursive', join(files, 'upload'), 's3://site/docs/');
    aws('s3api', 'delete-objects', '--bucket', 'site', '--delete', `file://${join(files, 's3-delete-1.json')}`);
    const fetched = join(folder.path, 'fetched');
    aws('s3', 'cp', '--quiet', '--recursive', 's3://site/docs/', fetched);
    assert.deepEqual(contentOf(fetched), contentOf(output));
  });
});

suite('lychee', { skip: missingTools('lychee') }, () => {
  test('reads the list of changed pages and finds each broken link in them, whatever their names are', async () => {
    await using folder = await temporaryFolder();
    const page = (to: string): string => `<html><body><a href="${to}">x</a></body></html>`;
    const before: FileTree = new Map([['kept.html', page('nowhere.html')]]);
    const names = ['a', 'b c', ...HOSTILE.filter((name) => !/[\r\n]/.test(name))];
    const pages = names.map((name, at) => [`${name}/index.html`, page(`../gone-${String(at)}.html`)] as const);
    const after: FileTree = new Map([...before, ...pages, ['fine.html', page('kept.html')]]);
    const { output, files } = await lay(folder.path, before, after);
    const args = ['--offline', '--no-progress', '--format', 'json', '--files-from', join(files, 'check-links.txt')];
    const told = JSON.parse(runTool('lychee', args, { cwd: output, mayEnd: [2] })) as {
      readonly total: number;
      readonly error_map: Readonly<Record<string, readonly { readonly url: string }[]>>;
    };
    assert.equal(told.total, names.length + 1);
    const broken = Object.values(told.error_map).flatMap((links) => links.map(({ url }) => basename(url)));
    assert.deepEqual(broken.sort(), names.map((_, at) => `gone-${String(at)}.html`).sort());
  });
});

test('the folder for uploads holds what has to be uploaded and nothing else', async () => {
  await using folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(treePairs, async ([before, after]) => {
      const { files } = await lay(folder.path, before, after);
      const expected = [...after].filter(([path, text]) => before.get(path) !== text).sort();
      assert.deepEqual(contentOf(join(files, 'upload')), Object.fromEntries(expected));
    }),
    { numRuns: 10 },
  );
});

test('a folder that holds something else than a delta is left as it is', async () => {
  await using folder = await temporaryFolder();
  layTree(join(folder.path, 'mine'), new Map([['upload/precious.txt', 'mine']]));
  layTree(join(folder.path, 'output'), new Map([['index.html', 'x']]));
  await assert.rejects(
    writeDeltaFolder({
      folder: join(folder.path, 'mine'),
      output: join(folder.path, 'output'),
      files: [{ name: 'delta.json', content: '{}' }],
      upload: ['index.html'],
    }),
    /holds something else than an earlier delta/,
  );
  assert.deepEqual(contentOf(join(folder.path, 'mine')), { 'upload/precious.txt': 'mine' });
});
