import { join } from 'node:path';
import { sha256 } from '../core/digest.ts';
import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { neededText } from '../disk/read.ts';
import { handoffFromText, handoffToText, type Handoff } from '../flow/handoff.ts';

/** State that a runner keeps belongs to one step; between two actions of a job, a file in its temporary folder does it. */
function pathOf(temp: string, site: string): string {
  return join(temp, 'bengal-cache', `handoff-${sha256(site).slice(0, 16)}.json`);
}

export function writeHandoff(temp: string, handoff: Handoff): void {
  mkdirSync(join(temp, 'bengal-cache'), { recursive: true });
  writeFileSync(pathOf(temp, handoff.site), handoffToText(handoff));
}

/** `undefined`: no restore action ran in this job for this site. */
export function readHandoff(temp: string, site: string): Handoff | undefined {
  try {
    const handoff = handoffFromText(neededText(pathOf(temp, site)));
    return handoff?.site === site ? handoff : undefined;
  } catch {
    // Not there: the same as a job without a restore action.
    return undefined;
  }
}
