import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readState, type BengalState } from '../../src/bengal/state.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { flowRig, type FlowRig } from '../support/flow-rig.ts';
import { siteInputs } from '../support/inputs.ts';

/** Where the recorded build ran. */
const RECORDED_AT = '/home/runner/work/lighthouse/lighthouse';
const ELSEWHERE = '/elsewhere/site';
const EFFECTS = '.bengal/effects.json';

interface Effects {
  effects: { metadata: { source_path: string } }[];
}

/** The effects of a build here, and those that one in another folder has left: Bengal keeps them beside each other. */
async function effectsOf(rig: FlowRig): Promise<{ here: Effects; there: Effects }> {
  const text = await rig.read(EFFECTS);
  const builtAt = (root: string): Effects => JSON.parse(text.replaceAll(RECORDED_AT, root)) as Effects;
  return { here: builtAt(rig.path), there: builtAt(ELSEWHERE) };
}

async function stateOf(rig: FlowRig): Promise<BengalState> {
  const outcome = await readState({ site: rig.path });
  assert.ok(outcome.kind === 'read');
  return outcome.state;
}

test('a full build in a second folder heals a state of a first one: nothing of that is asked for any more', async () => {
  await using rig = await flowRig();
  rig.build();
  const before = await stateOf(rig);
  const { here, there } = await effectsOf(rig);
  await rig.write(EFFECTS, JSON.stringify({ effects: [...there.effects, ...here.effects] }));
  const state = await stateOf(rig);
  assert.deepEqual([state.recordedRoot, state.moved], [rig.path, false]);
  assert.deepEqual([...state.files.keys()].sort(), [...before.files.keys()].sort());
  assert.deepEqual(state.pages.get('content/about.md'), before.pages.get('content/about.md'));
  await rig.persist(await rig.prepare());
  const { report } = await analyse({
    ...{ inputs: siteInputs({ site: rig.path }), variables: {}, policy: 'auto', unprepared: undefined, warnings: [] },
    cache: { kind: 'not-asked' },
  });
  assert.deepEqual(
    report.changes.unverifiable.filter((path) => path.startsWith(ELSEWHERE)),
    [],
  );
});

test('a page that was built in another folder alone says that the site has moved, until it is gone', async () => {
  await using rig = await flowRig();
  rig.build();
  const { here, there } = await effectsOf(rig);
  const isAbout = ({ metadata }: Effects['effects'][number]): boolean =>
    metadata.source_path.endsWith('content/about.md');
  const mixed = [...there.effects.filter(isAbout), ...here.effects.filter((effect) => !isAbout(effect))];
  await rig.write(EFFECTS, JSON.stringify({ effects: mixed }));
  const state = await stateOf(rig);
  assert.deepEqual([state.recordedRoot, state.moved], [rig.path, true]);
  assert.deepEqual(state.pages.get('content/about.md')?.outputs, ['about/index.html']);
  await rig.remove('content/about.md');
  assert.equal((await stateOf(rig)).moved, false);
});
