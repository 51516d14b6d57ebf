import type { Pipeline, PipelineKind } from '../core/pipeline.ts';
import type { Variables } from './environment.ts';

/** A variable, and what it has to hold; anything but nothing and a no, where that is not said. */
type Sign = readonly [variable: string, value?: RegExp];

/** One system: which of its variables tells what. Of several, the first that holds something counts. */
interface CiSystem {
  readonly name: string;
  /** What only this system sets. */
  readonly mark: Sign;
  readonly event?: string;
  /** Number of the merge request. */
  readonly request: readonly string[];
  /** Further signs of a merge request, for one whose number is not told. */
  readonly isRequest?: readonly Sign[];
  readonly branch: readonly string[];
  readonly defaultBranch?: string;
  /** Signs of a branch that only trusted people can change, or of the default one. */
  readonly isAccepted?: readonly Sign[];
  readonly tag: readonly string[];
  /** Further signs of something that is published from its commit alone. */
  readonly isRelease?: readonly Sign[];
  readonly commit: string;
  /** Joined by a slash where there are several. */
  readonly repository: readonly string[];
}

const YES = /^(?:true|1)$/i;

/** In the order in which they are looked for. */
export const CI_SYSTEMS: readonly CiSystem[] = [
  {
    // docs.gitlab.com/ci/variables/predefined_variables. A merge request has no CI_COMMIT_BRANCH, and its
    // CI_COMMIT_REF_PROTECTED speaks of its source branch, so requests are looked for first.
    name: 'GitLab',
    mark: ['GITLAB_CI', YES],
    event: 'CI_PIPELINE_SOURCE',
    request: ['CI_MERGE_REQUEST_IID', 'CI_EXTERNAL_PULL_REQUEST_IID'],
    isRequest: [['CI_PIPELINE_SOURCE', /^(?:merge_request_event|external_pull_request_event)$/]],
    branch: ['CI_COMMIT_BRANCH'],
    defaultBranch: 'CI_DEFAULT_BRANCH',
    isAccepted: [['CI_COMMIT_REF_PROTECTED', YES]],
    tag: ['CI_COMMIT_TAG'],
    commit: 'CI_COMMIT_SHA',
    repository: ['CI_PROJECT_PATH'],
  },
  {
    // woodpecker-ci.org/docs/usage/environment. CI_COMMIT_BRANCH of a pull request is the branch that it goes to.
    name: 'Woodpecker',
    mark: ['CI', /^woodpecker$/],
    event: 'CI_PIPELINE_EVENT',
    request: ['CI_COMMIT_PULL_REQUEST'],
    isRequest: [
      ['CI_PIPELINE_EVENT', /^pull_request/],
      ['CI_BUILD_EVENT', /^pull_request/],
    ],
    branch: ['CI_COMMIT_BRANCH'],
    defaultBranch: 'CI_REPO_DEFAULT_BRANCH',
    tag: ['CI_COMMIT_TAG'],
    isRelease: [['CI_PIPELINE_EVENT', /^(?:tag|release|deployment)$/]],
    commit: 'CI_COMMIT_SHA',
    repository: ['CI_REPO'],
  },
  {
    // docs.drone.io/pipeline/environment/reference. DRONE_BRANCH of a pull request is the branch that it goes to.
    name: 'Drone',
    mark: ['DRONE', YES],
    event: 'DRONE_BUILD_EVENT',
    request: ['DRONE_PULL_REQUEST'],
    isRequest: [['DRONE_BUILD_EVENT', /^pull_request/]],
    branch: ['DRONE_BRANCH', 'DRONE_COMMIT_BRANCH'],
    defaultBranch: 'DRONE_REPO_BRANCH',
    tag: ['DRONE_TAG'],
    isRelease: [['DRONE_BUILD_EVENT', /^(?:tag|promote|rollback)$/]],
    commit: 'DRONE_COMMIT_SHA',
    repository: ['DRONE_REPO'],
  },
  {
    // circleci.com/docs/variables. The number is there for forks alone, and the default branch is not told.
    name: 'CircleCI',
    mark: ['CIRCLECI', YES],
    request: ['CIRCLE_PR_NUMBER', 'CIRCLE_PULL_REQUEST', 'CI_PULL_REQUEST'],
    isRequest: [['CIRCLE_BRANCH', /^pull\/\d+/]],
    branch: ['CIRCLE_BRANCH'],
    tag: ['CIRCLE_TAG'],
    commit: 'CIRCLE_SHA1',
    repository: ['CIRCLE_PROJECT_USERNAME', 'CIRCLE_PROJECT_REPONAME'],
  },
  {
    // learn.microsoft.com/azure/devops/pipelines/build/variables. Branches, tags and requests are all a ref.
    name: 'Azure Pipelines',
    mark: ['TF_BUILD', YES],
    event: 'BUILD_REASON',
    request: ['SYSTEM_PULLREQUEST_PULLREQUESTNUMBER', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    isRequest: [
      ['BUILD_REASON', /^PullRequest$/i],
      ['BUILD_SOURCEBRANCH', /^refs\/pull\//],
    ],
    branch: ['BUILD_SOURCEBRANCH'],
    tag: [],
    isRelease: [['BUILD_SOURCEBRANCH', /^refs\/tags\//]],
    commit: 'BUILD_SOURCEVERSION',
    repository: ['BUILD_REPOSITORY_NAME'],
  },
  {
    // buildkite.com/docs/pipelines/configure/environment-variables. Without a request the number is `false`.
    name: 'Buildkite',
    mark: ['BUILDKITE', YES],
    event: 'BUILDKITE_SOURCE',
    request: ['BUILDKITE_PULL_REQUEST'],
    branch: ['BUILDKITE_BRANCH'],
    defaultBranch: 'BUILDKITE_PIPELINE_DEFAULT_BRANCH',
    tag: ['BUILDKITE_TAG'],
    commit: 'BUILDKITE_COMMIT',
    repository: ['BUILDKITE_REPO'],
  },
  {
    // bitbucket support: "Variables and secrets". BITBUCKET_BRANCH of a request is the branch that it comes from.
    name: 'Bitbucket Pipelines',
    mark: ['BITBUCKET_BUILD_NUMBER'],
    request: ['BITBUCKET_PR_ID'],
    branch: ['BITBUCKET_BRANCH'],
    tag: ['BITBUCKET_TAG'],
    commit: 'BITBUCKET_COMMIT',
    repository: ['BITBUCKET_REPO_FULL_NAME'],
  },
  {
    // docs.travis-ci.com/user/environment-variables. TRAVIS_BRANCH of a request is the branch that it goes to.
    name: 'Travis CI',
    mark: ['TRAVIS', YES],
    event: 'TRAVIS_EVENT_TYPE',
    request: ['TRAVIS_PULL_REQUEST'],
    isRequest: [['TRAVIS_EVENT_TYPE', /^pull_request$/]],
    branch: ['TRAVIS_BRANCH'],
    tag: ['TRAVIS_TAG'],
    commit: 'TRAVIS_COMMIT',
    repository: ['TRAVIS_REPO_SLUG'],
  },
  {
    // www.appveyor.com/docs/environment-variables. APPVEYOR_REPO_BRANCH of a request is the branch that it goes to.
    name: 'AppVeyor',
    mark: ['APPVEYOR', YES],
    request: ['APPVEYOR_PULL_REQUEST_NUMBER'],
    branch: ['APPVEYOR_REPO_BRANCH'],
    tag: ['APPVEYOR_REPO_TAG_NAME'],
    isRelease: [['APPVEYOR_REPO_TAG', YES]],
    commit: 'APPVEYOR_REPO_COMMIT',
    repository: ['APPVEYOR_REPO_NAME'],
  },
  {
    // www.jetbrains.com/help/teamcity/predefined-build-parameters: branch and request are no variables by themselves.
    name: 'TeamCity',
    mark: ['TEAMCITY_VERSION'],
    request: [],
    branch: [],
    tag: [],
    commit: 'BUILD_VCS_NUMBER',
    repository: ['TEAMCITY_PROJECT_NAME'],
  },
  {
    // docs.netlify.com/configure-builds/environment-variables. CONTEXT is production for the production branch alone.
    name: 'Netlify',
    mark: ['NETLIFY', YES],
    event: 'CONTEXT',
    request: ['REVIEW_ID'],
    isRequest: [
      ['PULL_REQUEST', YES],
      ['CONTEXT', /^deploy-preview$/],
    ],
    branch: ['BRANCH', 'HEAD'],
    isAccepted: [['CONTEXT', /^production$/]],
    tag: [],
    commit: 'COMMIT_REF',
    repository: ['REPOSITORY_URL'],
  },
  {
    // developers.cloudflare.com/pages/configuration/build-configuration. Previews of forks are not built.
    name: 'Cloudflare Pages',
    mark: ['CF_PAGES', YES],
    request: [],
    branch: ['CF_PAGES_BRANCH'],
    tag: [],
    commit: 'CF_PAGES_COMMIT_SHA',
    repository: [],
  },
  {
    // vercel.com/docs/environment-variables/system-environment-variables.
    name: 'Vercel',
    mark: ['VERCEL', YES],
    event: 'VERCEL_ENV',
    request: ['VERCEL_GIT_PULL_REQUEST_ID'],
    branch: ['VERCEL_GIT_COMMIT_REF'],
    isAccepted: [['VERCEL_ENV', /^production$/]],
    tag: [],
    commit: 'VERCEL_GIT_COMMIT_SHA',
    repository: ['VERCEL_GIT_REPO_OWNER', 'VERCEL_GIT_REPO_SLUG'],
  },
  {
    // www.jenkins.io/doc/book/pipeline/multibranch, and the plug-ins for pull requests of GitHub and GitLab. Others may
    // run inside of it, so it comes last.
    name: 'Jenkins',
    mark: ['JENKINS_URL'],
    request: ['CHANGE_ID', 'ghprbPullId', 'gitlabMergeRequestIid'],
    branch: ['BRANCH_NAME', 'GIT_BRANCH'],
    isAccepted: [['BRANCH_IS_PRIMARY', YES]],
    tag: ['TAG_NAME'],
    commit: 'GIT_COMMIT',
    repository: ['GIT_URL'],
  },
];

/** What a CI system other than GitHub says of the run; `undefined` on GitHub, and where somebody sits at a terminal. */
export function findPipeline(variables: Variables): Pipeline | undefined {
  if (variables['GITHUB_ACTIONS'] === 'true' || isForgeLikeGithub(variables)) return undefined;
  const system = CI_SYSTEMS.find(({ mark }) => holds(variables, mark));
  if (system !== undefined) return describe(system, variables);
  if (!isSet(variables['CI'])) return undefined;
  const nothing = { event: undefined, name: undefined, commit: undefined, repository: undefined };
  return { system: 'a CI system that is not known', kind: 'unknown', knowsDefault: false, ...nothing };
}

/**
 * Gitea and Forgejo run the workflows of GitHub with its variables, so its rules hold there. But their cache service
 * keeps no scopes.
 */
export function isForgeLikeGithub(variables: Variables): boolean {
  return [variables['GITEA_ACTIONS'], variables['FORGEJO_ACTIONS']].some((value) => value === 'true');
}

function describe(system: CiSystem, variables: Variables): Pipeline {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => variables[name]).find((value) => isSet(value));
  const branch = first(system.branch)?.replace(/^refs\/heads\//, '');
  const request = first(system.request);
  const tag = first(system.tag);
  const any = (signs: readonly Sign[] = []): boolean => signs.some((sign) => holds(variables, sign));
  const isDefault = branch !== undefined && branch === first(list(system.defaultBranch));
  const told = (): readonly [PipelineKind, string | undefined] => {
    if (request !== undefined || any(system.isRequest)) return ['request', request ?? branch];
    if (tag !== undefined || any(system.isRelease)) return ['release', tag ?? branch];
    if (branch === undefined) return ['unknown', undefined];
    return [isDefault || any(system.isAccepted) ? 'accepted' : 'branch', branch];
  };
  const [kind, name] = told();
  const repository = system.repository.map((part) => variables[part] ?? '').join('/');
  return {
    system: system.name,
    event: first(list(system.event)),
    kind,
    name,
    knowsDefault: system.isAccepted !== undefined || first(list(system.defaultBranch)) !== undefined,
    commit: first([system.commit]),
    // An address may hold a password.
    repository: repository.replace(/\/\/[^/@]*@/, '//') || undefined,
  };
}

function list(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

function holds(variables: Variables, [variable, value]: Sign): boolean {
  const held = variables[variable];
  return isSet(held) && (value === undefined || value.test(held));
}

/** Some systems say no where there is nothing to say. */
function isSet(value: string | undefined): value is string {
  return value !== undefined && !/^(?:|false|0|null|undefined)$/i.test(value.trim());
}
