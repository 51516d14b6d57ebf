import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publish } from '../../src/telling/publish.ts';
import { explain } from '../../src/flow/why.ts';
import { analyse, type Analysis } from '../../src/flow/analyse.ts';
import { composeSummary, type Host } from '../../src/host/port.ts';
import { NO_LINKS } from '../../src/report/links.ts';
import { flowRig, type FlowRig } from '../support/flow-rig.ts';
import { siteInputs } from '../support/inputs.ts';

const EDITS: Readonly<Record<string, (rig: FlowRig) => Promise<void>>> = {
  'a title': async (rig) => {
    const path = 'content/about.md';
    await rig.write(path, (await rig.read(path)).replace(/title: .*/, 'title: Another'));
  },
  'a text': async (rig) => {
    await rig.write('content/lamps/oil.md', `${await rig.read('content/lamps/oil.md')}\nMore of it.\n`);
  },
  'a new page': (rig) => rig.write('content/lamps/wick.md', '---\ntitle: Wick\n---\nText\n'),
  'a new section': (rig) => rig.write('content/fish/_index.md', '---\ntitle: Fish\n---\nText\n'),
  'a page that goes': (rig) => rig.remove('content/lamps/oil.md'),
  data: (rig) => rig.write('data/watches.yaml', 'watches: []\n'),
  'a template': async (rig) => {
    await rig.write('templates/watch.html', `${await rig.read('templates/watch.html')}<!-- edited -->`);
  },
};

async function analysed(rig: FlowRig): Promise<Analysis> {
  return await analyse({
    inputs: siteInputs({ site: rig.path }),
    ...{ variables: {}, policy: 'auto', unprepared: undefined, cache: { kind: 'not-asked' }, warnings: [] },
  });
}

for (const [what, edit] of Object.entries(EDITS)) {
  test(`why of a changed file lists what the report lists: ${what}`, async () => {
    await using rig = await flowRig();
    rig.build();
    await edit(rig);
    const analysis = await analysed(rig);
    const { changes, affected } = analysis.report;
    const [file = '', ...others] = [...changes.added, ...changes.modified, ...changes.deleted];
    assert.deepEqual(others, []);
    const { chains, kind, now } = explain(file, analysis, analysis.whatIf);
    assert.deepEqual([kind, now], ['file', true]);
    assert.deepEqual(
      [...new Set(chains.map(({ path }) => path.at(-1)))].sort(),
      affected.pages.map(({ url }) => url).sort(),
    );
  });
}

test('the log suggests the commands that the summary suggests', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  const said: string[] = [];
  let summary = '';
  const host: Host = {
    ...{ info: said.push.bind(said), warning: said.push.bind(said), annotate: () => undefined },
    ...{ setOutput: () => undefined, setVariable: () => undefined, debug: () => undefined },
    ...{ saveHandoff: () => undefined, loadHandoff: () => undefined },
    group: (_, lines) => said.push(...lines),
    writeSummary: (part) => Promise.resolve(void (summary = composeSummary([part]))),
  };
  const given = { site: 'docs', environment: 'production', 'build-flags': '--strict' };
  const links = { ...NO_LINKS, given };
  const comment = { setting: 'never', pullRequest: undefined, name: '', runUrl: undefined, links } as const;
  await publish(prepared, { host, reportPath: '/r.json', folder: 'docs', links, comment });
  const command = said.map((line) => /^ {2}run +(.*)$/.exec(line)?.[1]).find((found) => found !== undefined);
  assert.match(
    command ?? '',
    /^cd docs && \. \.\/\.bengal-cache\/build\.env && bengal build --environment production .*--strict$/,
  );
  assert.ok(summary.includes(`\`${command ?? ''}\``), summary);
});
