import { after, describe } from 'node:test';
import { testStoreContract } from './contract.ts';
import { githubRigs } from './github-rig.ts';
import { COMMON, DISK, DOWNLOADS, LOOKUPS, SAVES, SURROUNDINGS } from './github-situations.ts';
import { testSituations } from './situations.ts';

describe('github, with plain blobs', async () => {
  const rigs = await githubRigs();
  after(() => rigs[Symbol.asyncDispose]());
  testStoreContract('github', rigs.open);
  testSituations('github', rigs.open, { ...COMMON, ...DISK, ...LOOKUPS, ...DOWNLOADS, ...SAVES, ...SURROUNDINGS });
});
