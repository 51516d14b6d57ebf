import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BENGAL, CLI, checkoutAt, type Checkout } from '../../scripts/gate-suite/bengal-site.ts';
import { suiteSites } from '../../scripts/gate-suite/edits.ts';
import type { Report } from '../../src/report/report.ts';
import type { Verification, VerifiedVerdict } from '../../src/report/verification.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const lighthouse = suiteSites().find(({ name }) => name === 'lighthouse')!;

function whyNot(): string | false {
  if (process.env['REAL_BENGAL'] === undefined) return 'real Bengal takes a while: npm run test:bengal';
  return existsSync(BENGAL) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

/** Every file of the state and the output, with its bytes and times. */
function fingerprint(site: string): string[] {
  return ['.bengal', 'public'].flatMap((folder) =>
    readdirSync(join(site, folder), { recursive: true, encoding: 'utf8' }).flatMap((path) => {
      const file = join(site, folder, path);
      const { mtimeMs } = statSync(file);
      if (!statSync(file).isFile()) return [];
      return [`${folder}/${path} ${createHash('sha256').update(readFileSync(file)).digest('hex')} ${String(mtimeMs)}`];
    }),
  );
}

describe('report --verify', { skip: whyNot() }, () => {
  let folder: TemporaryFolder;
  let checkout: Checkout;
  let saved = '';
  before(async () => {
    folder = await temporaryFolder();
    checkout = checkoutAt(join(folder.path, 'lighthouse'));
    saved = join(folder.path, 'saved');
    checkout.fresh(lighthouse.source);
    checkout.build(['--no-incremental']);
    checkout.record();
    checkout.save(saved);
  });
  after(() => folder[Symbol.asyncDispose]());

  function checkOut(edit: string): void {
    checkout.fresh(lighthouse.source);
    checkout.restore(saved);
    lighthouse.edits.find(({ name }) => name === edit)!.apply(checkout.path);
  }

  function verifyEdit(edit: string, ...options: string[]): { status: number | null; verification: Verification } {
    checkOut(edit);
    const args = ['report', '--verify', '--format', 'json', '--gate', 'preview', '--environment', 'production'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [CLI, ...args, ...options, '--site', checkout.path],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: [dirname(BENGAL), process.env['PATH']].join(delimiter), PYTHONHASHSEED: '0' },
      },
    );
    assert.equal(stderr, '');
    const { verification } = JSON.parse(stdout) as Report;
    assert.ok(verification !== undefined);
    return { status, verification };
  }

  function by(verdict: VerifiedVerdict, { pages }: Verification): string[] {
    return pages.filter((page) => page.verdict === verdict).map(({ page }) => page);
  }

  test('names the pages that both select, and those that Bengal would leave stale', () => {
    const { status, verification } = verifyEdit('title');
    assert.equal(status, 0);
    assert.deepEqual(by('both', verification), ['content/lamps/oil.md']);
    assert.ok(by('only-us', verification).includes('content/lamps/_index.md'));
    assert.deepEqual(by('only-bengal', verification), []);
  });

  test('says that pages below an edited index need no build', () => {
    const { status, verification } = verifyEdit('index-body');
    assert.equal(status, 0);
    assert.deepEqual(by('only-bengal-no-difference', verification), [
      'content/lamps/clockwork.md',
      'content/lamps/lens.md',
      'content/lamps/oil.md',
    ]);
  });

  test('agrees with Bengal on what an index hands down', () => {
    const { status, verification } = verifyEdit('index-cascade');
    assert.equal(status, 0);
    assert.equal(by('both', verification).length, 4);
    assert.deepEqual(by('only-bengal-no-difference', verification), []);
  });

  test('finds after a repair that Bengal selects every page that we name', () => {
    for (const edit of ['title', 'weight', 'tag-added']) {
      const { status, verification } = verifyEdit(edit, '--repair');
      assert.equal(verification.asked, 'repaired-state');
      assert.deepEqual(by('not-repaired', verification), []);
      assert.equal(status, 0);
    }
  });

  test('covers everything where everything has to be built', () => {
    const { status, verification } = verifyEdit('config');
    assert.equal(status, 0);
    assert.equal(verification.bengalSelectsAll, true);
    assert.match(verification.everyPage ?? '', /configuration/);
  });

  test('leaves state and output as they were', () => {
    checkOut('new-page');
    const was = fingerprint(checkout.path);
    verifyEdit('new-page');
    assert.deepEqual(fingerprint(checkout.path), was);
  });
});
