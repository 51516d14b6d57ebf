import type { ExaminedSite } from './examined.ts';
import type { Finding } from './findings.ts';
import { isOurs } from './our-steps.ts';
import { below, type Job, type Step } from './parsed-workflow.ts';

/** The paths of a step of `actions/cache` that keeps Bengal's state. */
function statePaths(step: Step): readonly string[] {
  if (!/^actions\/cache(?:\/(?:restore|save))?$/.test(step.action ?? '')) return [];
  const paths =
    step.with
      .get('path')
      ?.value.split('\n')
      .map((path) => path.trim()) ?? [];
  return paths.some((path) => /(?:^|\/)\.bengal(?:\/|$)/.test(path)) ? paths : [];
}

export function cachesState(step: Step): boolean {
  return statePaths(step).length > 0;
}

export interface HandMade {
  readonly step: Step;
  readonly sites: readonly ExaminedSite[];
}

const USE_OURS = 'Use OWNER/bengal-cache/build in its place, which keeps both and checks them.';

/** What is wrong with a cache that somebody wrote by hand. */
export function examineHandMade(file: string, job: Job, { step, sites }: HandMade): Finding[] {
  const line = step.with.get('path')?.line ?? step.line;
  const error = (rule: string, message: string, fix: string): Finding => ({
    rule,
    severity: 'error',
    file,
    line,
    message,
    fix,
  });
  if (job.steps.some(isOurs))
    return [
      error(
        'two-caches',
        'actions/cache keeps .bengal here and so does this action: the one that comes second undoes what the first has restored.',
        'Remove the step of actions/cache.',
      ),
    ];
  const paths = statePaths(step).map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
  const [site] = sites;
  const outputs = sites.map(({ folder, outputDir }) => below(folder, outputDir));
  const states = sites.map(({ folder }) => below(folder, '.bengal'));
  return [
    ...(sites.length > 0 &&
    !paths.some((path) => states.some((state) => path === state || path.startsWith(`${state}/`)))
      ? [
          error(
            'wrong-state-folder',
            `Bengal keeps its state in ${JSON.stringify(states[0])}, and something else is cached here.`,
            `Cache ${JSON.stringify(states[0])} and ${JSON.stringify(outputs[0])}. ${USE_OURS}`,
          ),
        ]
      : []),
    ...(site !== undefined && !paths.some((path) => outputs.includes(path))
      ? [
          error(
            'output-not-cached',
            `The state is cached without the output (${JSON.stringify(outputs[0])}), so Bengal has to build everything, or leaves pages out.`,
            `Cache the output too. ${USE_OURS}`,
          ),
        ]
      : []),
    ...(step.with.has('restore-keys')
      ? []
      : [
          {
            ...error(
              'exact-key-only',
              'Without restore-keys the cache is found for the very same key alone, which is when nothing has changed.',
              `Add restore-keys. ${USE_OURS}`,
            ),
            severity: 'warning' as const,
          },
        ]),
  ];
}
