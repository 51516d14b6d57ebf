import { asString, field, type JsonValue } from '../core/json.ts';
import { findPipeline } from '../config/ci-systems.ts';
import type { Variables } from '../config/environment.ts';
import type { CacheInputs } from '../inputs/inputs.ts';
import type { Origin } from '../manifest/origin.ts';
import { decideAccess, restrict, type AccessVerdict, type Run } from '../store/access.ts';

const NO_RUN: Run = {
  event: undefined,
  ref: undefined,
  repository: undefined,
  defaultBranch: undefined,
  headRepository: undefined,
  author: undefined,
  selfHosted: false,
  cacheMode: undefined,
};

/** What the runner's variables and the payload of the event tell of the run. Pure. */
export function describeRun(variables: Variables, payload: JsonValue): Run {
  const pullRequest = field(payload, 'pull_request');
  const variable = (name: string): string | undefined => (variables[name] === '' ? undefined : variables[name]);
  const pipeline = findPipeline(variables);
  if (pipeline !== undefined) return { ...NO_RUN, repository: pipeline.repository, pipeline };
  return {
    event: variable('GITHUB_EVENT_NAME'),
    ref: variable('GITHUB_REF'),
    repository: variable('GITHUB_REPOSITORY'),
    defaultBranch: asString(field(field(payload, 'repository'), 'default_branch')),
    headRepository: asString(field(field(field(pullRequest, 'head'), 'repo'), 'full_name')),
    author: asString(field(field(pullRequest, 'user'), 'login')) ?? variable('GITHUB_ACTOR'),
    selfHosted: variable('RUNNER_ENVIRONMENT') === 'self-hosted',
    cacheMode: variable('ACTIONS_CACHE_MODE'),
  };
}

/** What the event permits, less what the workflow does not want. */
export function accessFor(run: Run, inputs: Pick<CacheInputs, 'readOnly' | 'save'>): AccessVerdict {
  const verdict = decideAccess(run);
  const wish = inputs.readOnly ? 'the input read-only is true' : inputs.save ? undefined : 'the input save is false';
  return wish === undefined ? verdict : { ...verdict, ...restrict(verdict, 'restore-only', wish) };
}

/** What the manifest will say of this run. */
export function originOf(run: Run): Origin {
  const { trust, fork } = decideAccess(run);
  const { pipeline } = run;
  if (pipeline !== undefined) {
    const event = `${pipeline.system}${pipeline.event === undefined ? '' : ` ${pipeline.event}`}`;
    return { repository: run.repository, event, ref: pipeline.name, fork, trust };
  }
  return { repository: run.repository, event: run.event, ref: run.ref, fork, trust };
}
