import type { Variables } from '../config/environment.ts';
import { asFiniteNumber, field, type JsonValue } from '../core/json.ts';

/** Where the run stands on GitHub, for links and comments. */
export interface GithubRun {
  /** Such as `https://github.com`. */
  readonly server: string | undefined;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string | undefined;
  /** Commit that the workflow runs for. */
  readonly commit: string | undefined;
  /** Web address of the run. */
  readonly runUrl: string | undefined;
  /** Name of the job in the workflow file. */
  readonly job: string | undefined;
  /** Number of the pull request that the event is about. */
  readonly pullRequest: number | undefined;
}

/** What the runner's variables and the payload of the event tell. Pure. */
export function describeGithub(variables: Variables, payload: JsonValue): GithubRun {
  const variable = (name: string): string | undefined => (variables[name] === '' ? undefined : variables[name]);
  const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(variable);
  const runUrl = `${server ?? ''}/${repository ?? ''}/actions/runs/${id ?? ''}`;
  return {
    server,
    apiUrl: variable('GITHUB_API_URL') ?? 'https://api.github.com',
    repository,
    commit: variable('GITHUB_SHA'),
    runUrl: /^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/.test(runUrl) ? runUrl : undefined,
    job: variable('GITHUB_JOB'),
    pullRequest: asFiniteNumber(field(field(payload, 'pull_request'), 'number')),
  };
}
