import { after, describe } from 'node:test';
import { startAzurite } from '../support/azurite.ts';
import { missingTool } from '../support/heavy-tools.ts';
import { testStoreContract } from './contract.ts';
import { githubRigs } from './github-rig.ts';
import { COMMON, DOWNLOADS, DOWNLOADS_BY_SDK } from './github-situations.ts';
import { testSituations } from './situations.ts';

const skip = missingTool('azurite');

describe('github, with Azurite', { skip }, async () => {
  const blobs = await startAzurite();
  const rigs = await githubRigs({ blobs });
  after(async () => {
    await rigs[Symbol.asyncDispose]();
    await blobs[Symbol.asyncDispose]();
  });
  testStoreContract('github, Azurite', rigs.open);
  testSituations('github, Azurite', rigs.open, DOWNLOADS);
});

describe(
  'github, with Azurite under the names of Azure, so that the client downloads through the SDK',
  { skip },
  async () => {
    const blobs = await startAzurite({ azureHostNames: true });
    const rigs = await githubRigs({ blobs, azureHostNames: true });
    after(async () => {
      await rigs[Symbol.asyncDispose]();
      await blobs[Symbol.asyncDispose]();
    });
    testSituations('github, Azurite, SDK', rigs.open, { ...COMMON, ...DOWNLOADS_BY_SDK });
  },
);
