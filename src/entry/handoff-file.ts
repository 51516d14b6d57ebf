import { join } from 'node:path';
import { sha256 } from '../core/digest.ts';
import { look } from '../disk/look.ts';
import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { neededText } from '../disk/read.ts';
import { handoffFromText, handoffToText, type Handoff } from '../preparation/handoff.ts';

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

/** Notes that an action of this job has told of the delta, so that the step after the build does not tell it again. */
export function noteDeltaTold(temp: string, site: string): void {
  mkdirSync(join(temp, 'bengal-cache'), { recursive: true });
  writeFileSync(toldPath(temp, site), '');
}

export function isDeltaTold(temp: string, site: string): boolean {
  return look(toldPath(temp, site)).kind === 'present';
}

function toldPath(temp: string, site: string): string {
  return `${pathOf(temp, site)}.told`;
}
