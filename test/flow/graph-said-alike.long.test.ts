import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Analysis } from '../../src/flow/analyse.ts';
import { answerChanged } from '../../src/graph-command/graph-text.ts';
import { viewGraph, type GraphView } from '../../src/graph-command/graph-view.ts';
import type { NodeId } from '../../src/graph/model.ts';
import type { Report } from '../../src/report/report.ts';
import { flowRig, runJob, type FlowRig } from '../support/flow-rig.ts';
import { siteInputs } from '../support/inputs.ts';

// The graph and the report are two views of one truth: how a page stands is the same in both, whatever was edited.

const EDITS: Readonly<Record<string, (rig: FlowRig) => Promise<void>>> = {
  nothing: () => Promise.resolve(),
  'a title': async (rig) => {
    const path = 'content/about.md';
    await rig.write(path, (await rig.read(path)).replace(/title: .*/, 'title: Another'));
  },
  'a text': async (rig) => {
    await rig.write('content/lamps/oil.md', `${await rig.read('content/lamps/oil.md')}\nMore of it.\n`);
  },
  'line ends alone': async (rig) => {
    await rig.write('content/about.md', (await rig.read('content/about.md')).replaceAll('\n', '\r\n'));
  },
  'a new page': (rig) => rig.write('content/lamps/wick.md', '---\ntitle: Wick\n---\nText\n'),
  'a new section': (rig) => rig.write('content/fish/_index.md', '---\ntitle: Fish\n---\nText\n'),
  'a page that goes': (rig) => rig.remove('content/lamps/oil.md'),
  'a tag': async (rig) => {
    const path = 'content/lamps/oil.md';
    await rig.write(path, (await rig.read(path)).replace(/^---\n/, '---\ntags: [brass]\n'));
  },
  data: (rig) => rig.write('data/watches.yaml', 'watches: []\n'),
  'a template': async (rig) => {
    await rig.write('templates/watch.html', `${await rig.read('templates/watch.html')}<!-- edited -->`);
  },
  'the configuration': (rig) => rig.write('config/_default/more.yaml', 'site:\n  description: another\n'),
  'an output that is gone': (rig) => rig.remove('public/about/index.html'),
  'a state without a manifest': (rig) => rig.remove('.bengal/ci-manifest.json.zst'),
  'no state': (rig) => rig.remove('.bengal'),
};

/** As it should stand, by the report alone. */
function pageStatus({ affected }: Report, isNamed: boolean): string {
  return isNamed ? 'stale' : affected.all ? 'unknown' : 'fresh';
}

function assertAlike(analysis: Analysis, site: string): GraphView {
  const { report } = analysis;
  const view = viewGraph(analysis, { site, folder: `${site}/.bengal/ci-graph`, stages: [] });
  const { graph, statuses, affected } = view;
  const named = new Map(report.affected.pages.map((page) => [page.output, page]));
  const writes = (id: NodeId): string[] => graph.dependents(id).map((each) => graph.nameOf(each));
  for (const id of graph.ofKind('page')) {
    const isNamed =
      writes(id).some((output) => named.has(output)) ||
      report.affected.pages.some(({ source }) => source === graph.nameOf(id));
    assert.equal(statuses.of(id), pageStatus(report, isNamed), graph.nameOf(id));
    assert.equal(affected.has(id), report.affected.all || isNamed, graph.nameOf(id));
  }
  for (const id of graph.ofKind('output').filter((each) => graph.nameOf(each).endsWith('.html'))) {
    const page = named.get(graph.nameOf(id));
    const isMissing = page?.reasons.some(({ kind }) => kind === 'output-missing') === true;
    assert.equal(statuses.of(id), isMissing ? 'missing' : pageStatus(report, page !== undefined), graph.nameOf(id));
  }
  for (const id of graph.ofKind('tag'))
    assert.equal(
      statuses.of(id),
      pageStatus(report, report.affected.tags.includes(graph.nameOf(id))),
      graph.nameOf(id),
    );
  return view;
}

async function analysed(rig: FlowRig): Promise<Analysis> {
  return await analyse({
    inputs: siteInputs({ site: rig.path }),
    ...{ variables: {}, policy: 'auto', unprepared: undefined, cache: { kind: 'not-asked' }, warnings: [] },
  });
}

describe('the graph says of pages, outputs and tags what the report says', () => {
  for (const [what, edit] of Object.entries(EDITS)) {
    test(`after an edit of ${what}`, async () => {
      await using rig = await flowRig();
      await runJob(rig);
      await edit(rig);
      const analysis = await analysed(rig);
      const view = assertAlike(analysis, rig.path);
      const { affected } = analysis.report;
      const { text, data } = answerChanged(view);
      // What changed for a stale page is what the report says that it is affected by.
      const { stale } = data as { stale: { kind: string; name: string; files: string[]; others: string[] }[] };
      for (const { output, reasons } of affected.pages) {
        const files = stale.find(({ kind, name }) => kind === 'output' && name === output);
        if (files === undefined) continue;
        const told = new Set(reasons.map(({ via }) => via));
        for (const file of files.files) assert.ok(told.has(file), `${output}: ${file}`);
      }
      for (const { detail } of affected.because) assert.ok(text.includes(detail), text);
      assert.equal(text === 'Nothing is stale\n', !affected.all && affected.pages.length + affected.tags.length === 0);
    });
  }
});
