import { relative } from 'node:path';
import { toPosix } from '../core/paths.ts';
import { webAddress } from '../core/web-address.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import type { Delta } from '../delta/delta.ts';
import { findBuiltBase } from '../transfer/built-base.ts';
import { findDelta } from '../delta-job/find-delta.ts';
import { tellDelta } from '../delta-job/delta-telling.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { describeTrouble } from '../telling/trouble.ts';
import type { Host } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { filesBelow } from '../output/plain-files.ts';
import { resolvePlace } from '../place/resolve.ts';
import { deltaLinks } from '../report/delta-links.ts';
import { tellDeltaOnPage } from './delta-page.ts';
import { isDeltaTold } from './handoff-file.ts';
import { commentWish } from './prepare-build.ts';
import type { Job } from './runner.ts';

export interface BuiltDeltaOptions {
  readonly host: Host;
  readonly runner: Job;
  readonly inputs: Inputs;
  readonly before: Handoff;
  /** Somebody sits there and knows whose state lay in the site, so that counts as well as one that was restored. */
  readonly attended?: boolean;
  /** Keeps the digests of the output for whoever records it. */
  readonly memory: DigestMemory;
}

/**
 * After the build and before it is recorded, since what was set aside goes then: what readers will see change; nothing
 * where nobody can tell. Trouble is told and no warning: the build was good, and what stands in the way of looking at it
 * stands in the way of saving it, which warns.
 */
export async function tellBuiltDelta(options: BuiltDeltaOptions): Promise<Delta | undefined> {
  const { host, runner, inputs, before, memory, attended = false } = options;
  const isKnown = before.matchedKey !== undefined || attended;
  if (!inputs.delta || !isKnown || isDeltaTold(runner.temp, inputs.site)) return undefined;
  try {
    const config = loadSiteConfig(inputs, runner.variables);
    const place = resolvePlace(inputs.site, config.outputDir);
    if (place.kind === 'refused') return undefined;
    // The last output was set aside for a build that never came: nothing is gone for that.
    if (filesBelow(place.at).files.length === 0) {
      host.info('No build wrote an output, so nothing is compared.');
      return undefined;
    }
    const site = { root: inputs.site, config };
    const base = await findBuiltBase({ ...runner, before, attended, timeout: inputs.restoreTimeout, now: Date.now() });
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
      about: { isPullRequest: pullRequest !== undefined, pages: before.totalPages },
      comment: { ...commentWish(inputs, runner, folder), setting, before: before.comment ?? '' },
    });
    return delta;
  } catch (thrown) {
    const { sentence, stack } = describeTrouble(thrown);
    host.info(`What readers will see is not known: ${sentence}`);
    host.debug(stack);
    return undefined;
  }
}
