import type { Step } from './parsed-workflow.ts';

/** Our action in any of its forms: the whole one, or a folder of it. */
const OURS = /^[^/]+\/bengal-cache(?:\/(?:build|restore|save))?$/;

export function isOurs(step: Step): boolean {
  return OURS.test(step.action ?? '');
}

/** The steps that read the cache before a build of their own. */
export function isBeforeBuild(step: Step): boolean {
  return isOurs(step) && !/\/(?:build|save)$/.test(step.action ?? '');
}
