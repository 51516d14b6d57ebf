import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { stagesPageWithTable } from '../../scripts/readme-tables.ts';
import { STAGE_INPUTS, STAGE_OUTPUTS } from '../../src/inputs/stage-spec.ts';
import { parseStagesFile, STAGES_FILE } from '../../src/stages/stages-file.ts';
import { stageRig, type StageRig } from './stage-rig.ts';
import { dist, root } from './stage-job.ts';

const page = readFileSync(join(root, 'docs/stages.md'), 'utf8');

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, body = '']) => body);
}

const SCRIPTS = {
  'scripts/build.mjs': `
    import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
    const pages = readdirSync('content').filter((name) => name.endsWith('.md'));
    mkdirSync('public', { recursive: true });
    for (const page of pages) writeFileSync('public/' + page.replace('.md', '.html'), page);
    console.log(pages.length + ' pages');`,
  'scripts/links.mjs': `
    import { readdirSync } from 'node:fs';
    console.log(readdirSync('public').length + ' pages checked');`,
  'scripts/words.mjs': `
    import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
    const text = readdirSync('content').map((name) => readFileSync('content/' + name, 'utf8')).join(' ');
    const words = text.split(/\\s+/).filter(Boolean).length + ' words';
    writeFileSync('words.txt', words);
    console.log(words);`,
};

/** A project that has the package installed, with the file of stages that the page shows. */
async function project(): Promise<StageRig> {
  const rig = await stageRig({ ...SCRIPTS, 'content/a.md': 'one two', 'content/b.md': 'three four' });
  const modules = join(rig.root, 'node_modules/bengal-cache');
  mkdirSync(modules, { recursive: true });
  symlinkSync(dist, join(modules, 'dist'), 'junction');
  cpSync(join(dist, '../package.json'), join(modules, 'package.json'));
  rig.write('package.json', '{"type":"module"}');
  const file = blocks('yaml').find((block) => block.startsWith('stages:'));
  rig.write(STAGES_FILE, file ?? '');
  return rig;
}

function run(rig: StageRig, command: string): SpawnSyncReturns<string> {
  const program = command.replace(/^bengal-cache/, `"${process.execPath}" "${join(dist, 'cli.js')}"`);
  return spawnSync(program, { cwd: rig.root, shell: true, encoding: 'utf8' });
}

/** How long ago something was is another number each time. */
function timeless(text: string): string {
  return text.replaceAll(/\d+ (?:s|min) ago/g, 'a moment ago');
}

describe('what docs/stages.md shows is true', () => {
  test('the table of inputs is that of the action', () => {
    assert.equal(page, stagesPageWithTable(page));
    for (const name of Object.keys(STAGE_INPUTS)) assert.ok(page.includes(`| \`${name}\` |`), name);
  });

  test('the sessions show what the commands print', async () => {
    await using rig = await project();
    const sessions = blocks('console');
    assert.equal(sessions.length, 2);
    for (const session of sessions) {
      for (const part of session.split(/^\$ /m).slice(1)) {
        const [command = '', ...lines] = part.trimEnd().split('\n');
        const result = run(rig, command);
        assert.equal(result.status, 0, `${command}\n${result.stderr}`);
        assert.equal(timeless(result.stdout.trimEnd()), timeless(lines.join('\n')), command);
      }
    }
  });

  for (const [index, program] of blocks('ts').entries()) {
    test(`program ${index + 1} prints what it promises`, async () => {
      await using rig = await project();
      const promised = [...program.matchAll(/^ *\/\/ => (.*)$/gm)].map(([, line = '']) => `${line}\n`).join('');
      const args = ['--input-type=module-typescript', '--no-warnings', '--eval', program];
      const result = spawnSync(process.execPath, args, { cwd: rig.root, encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
      assert.equal(result.stdout, promised);
      assert.notEqual(promised, '');
    });
  }

  test('the workflow uses inputs and outputs that exist, and says how the guarded step ended', () => {
    const [workflow = ''] = blocks('yaml');
    const { steps } = parse(workflow) as { steps: { id?: string; uses?: string; with?: Record<string, string> }[] };
    const step = steps.find(({ uses }) => uses?.includes('/stage@') === true);
    assert.ok(step?.with);
    for (const input of Object.keys(step.with)) assert.ok(Object.hasOwn(STAGE_INPUTS, input), input);
    const outputs = [...workflow.matchAll(/steps\.links\.outputs\.([a-z-]+)/g)];
    assert.ok(outputs.length > 0);
    for (const [, output = ''] of outputs) assert.ok(Object.hasOwn(STAGE_OUTPUTS, output), output);
    const [, guarded] = /steps\.([a-z-]+)\.outcome/.exec(step.with['outcome'] ?? '') ?? [];
    assert.ok(steps.some(({ id }) => id === guarded));
  });

  test('the file of stages is one, and every output of the action stands in the table', () => {
    const file = blocks('yaml').find((block) => block.startsWith('stages:')) ?? '';
    const parsed = parseStagesFile(file, STAGES_FILE);
    assert.ok(parsed.ok, JSON.stringify(parsed));
    for (const output of Object.keys(STAGE_OUTPUTS)) assert.ok(page.includes(`| \`${output}\` |`), output);
  });

  test('the table of contents lists the sections', () => {
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    const listed = [...page.matchAll(/^- \[(.*)\]\(#(.*)\)$/gm)];
    assert.deepEqual(
      listed.map(([, title]) => title),
      sections,
    );
    for (const [, title = '', anchor] of listed) assert.equal(anchor, title.toLowerCase().replaceAll(' ', '-'));
  });
});
