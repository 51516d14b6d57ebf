import { relative } from 'node:path';
import { toPosix } from '../core/paths.ts';
import { webAddress } from '../core/web-address.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import { findBuiltBase } from '../flow/built-base.ts';
import { findDelta } from '../flow/delta.ts';
import { tellDelta } from '../flow/delta-telling.ts';
import type { Handoff } from '../flow/handoff.ts';
import { describeTrouble } from '../flow/trouble.ts';
import type { Host } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { resolvePlace } from '../place/resolve.ts';
import { deltaLinks } from '../report/delta-links.ts';
import { tellDeltaOnPage } from './delta-page.ts';
import { isDeltaTold } from './handoff-file.ts';
import { commentWish } from './prepare-build.ts';
import type { Runner } from './runner.ts';

export interface BuiltDeltaOptions {
  readonly host: Host;
  readonly runner: Runner;
  readonly inputs: Inputs;
  readonly before: Handoff;
  /** Keeps the digests of the output for whoever records it. */
  readonly memory: DigestMemory;
}

/**
 * After the build and before it is recorded, since what was set aside goes then: what readers will see change. Trouble is told and no warning: the build was good, and what stands in the way of
 * looking at it stands in the way of saving it, which warns.
 */
export async function tellBuiltDelta({ host, runner, inputs, before, memory }: BuiltDeltaOptions): Promise<void> {
  if (!inputs.delta || before.matchedKey === undefined || isDeltaTold(runner.temp, inputs.site)) return;
  try {
    const config = loadSiteConfig(inputs, runner.variables);
    const place = resolvePlace(inputs.site, config.outputDir);
    if (place.kind === 'refused') return;
    const site = { root: inputs.site, config };
    const base = await findBuiltBase({ ...runner, before, timeout: inputs.restoreTimeout, now: Date.now() });
    const { delta } = await findDelta({ output: place.at, base, site, memory });
    const folder = toPosix(relative(runner.workspace, inputs.site));
    const { previewUrl, vanished, comment: setting } = inputs;
    const { pullRequest } = runner.github;
    const { baseUrl } = config;
    const links = deltaLinks({ previewUrl, pullRequest, baseUrl: webAddress(baseUrl) });
    await tellDeltaOnPage(delta, { host, path: inputs.htmlPath, links, vanished: vanished !== 'off' });
    await tellDelta(delta, {
      host,
      links,
      vanished,
      folder,
      comment: { ...commentWish(inputs, runner, folder), setting, before: before.comment ?? '' },
    });
  } catch (thrown) {
    const { sentence, stack } = describeTrouble(thrown);
    host.info(`What readers will see is not known: ${sentence}`);
    host.debug(stack);
  }
}
