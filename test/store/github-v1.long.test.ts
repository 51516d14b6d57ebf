import { after, describe } from 'node:test';
import { testStoreContract } from './contract.ts';
import { githubRigsV1 } from './github-rig.ts';
import { BY_V1, COMMON } from './github-situations.ts';
import { testSituations } from './situations.ts';

describe('github, by the older protocol', async () => {
  const rigs = await githubRigsV1();
  after(() => rigs[Symbol.asyncDispose]());
  testStoreContract('github v1', rigs.open);
  testSituations('github v1', rigs.open, { ...COMMON, ...BY_V1 });
});
