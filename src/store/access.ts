import type { Pipeline } from '../core/pipeline.ts';
import type { Trust } from '../core/trust.ts';

/** What a run may do with the cache. */
export const ACCESSES = ['read-write', 'restore-only', 'save-only', 'off'] as const;
export type Access = (typeof ACCESSES)[number];

/** What the runner tells of the run, as plain values. */
export interface Run {
  /** Name of the event, such as `push`; `undefined`: not on GitHub. */
  readonly event: string | undefined;
  /** Such as `refs/heads/main`. */
  readonly ref: string | undefined;
  /** `owner/name` of the repository that the workflow belongs to. */
  readonly repository: string | undefined;
  /** Name of its default branch; `undefined`: the event did not say. */
  readonly defaultBranch: string | undefined;
  /** `owner/name` that a pull request comes from. */
  readonly headRepository: string | undefined;
  /** Login of who opened the pull request, or else of who started the run. */
  readonly author: string | undefined;
  /** Whether the machine outlives the job. */
  readonly selfHosted: boolean;
  /** `ACTIONS_CACHE_MODE`: what the workflow or the service permits. */
  readonly cacheMode: string | undefined;
  /** The run of another CI system; nothing at a terminal and on GitHub. */
  readonly pipeline?: Pipeline | undefined;
}

/** Whether a run is for a pull request, or for what another system calls so. */
export function isOfRequest(run: Pick<Run, 'event' | 'pipeline'> | undefined): boolean {
  return run?.pipeline?.kind === 'request' || run?.event?.startsWith('pull_request') === true;
}

export interface AccessVerdict {
  readonly access: Access;
  /** A sentence for people. */
  readonly why: string;
  /** Whose code runs, which is what the manifest of this run will say. */
  readonly trust: Trust;
  /** Only a state that code of this trust, or of more, has left may be built upon here. */
  readonly needs: Trust;
  /** The code comes from a fork; `undefined`: nobody can tell. */
  readonly fork: boolean | undefined;
}

/**
 * Whether compiled templates may be fetched and stored: they are programs. Never where a run may use what less trusted
 * runs have left.
 */
export function takesCode(wish: { readonly bytecode: boolean }, { needs }: Pick<AccessVerdict, 'needs'>): boolean {
  return wish.bytecode && needs !== 'outside';
}

/** What of the job's own Bengal a run may start to ask it: any, none of the checkout, or none at all. */
export type ProbeReach = 'anywhere' | 'outside-checkout' | 'nowhere';

/**
 * Strangers' code must not run where there are secrets. Where the cache is off everything is built anyway, so nobody is
 * asked; where it is not known who can start a run, only what lies outside of the checkout may answer.
 */
export function probeReach({ access, trust, needs }: Pick<AccessVerdict, 'access' | 'trust' | 'needs'>): ProbeReach {
  if (access === 'off') return 'nowhere';
  return trust === EXPOSED.trust && needs === EXPOSED.needs ? 'outside-checkout' : 'anywhere';
}

/** What the event alone permits. */
type Rule = Omit<AccessVerdict, 'fork'>;

/**
 * Decides by the event who may write to the cache and whose cache may be used. Pure.
 *
 * GitHub's own scopes see to it that a run finds entries of its own branch, of the branch that its pull request goes
 * to and of the default branch alone, and since 2026 that runs which strangers can start in the scope of the default
 * branch cannot write there. They are the protection against people who mean harm. What is decided here comes on top:
 * nothing is saved or restored where a published release, or secrets beside foreign code, are at stake; and where
 * scopes do not hold (other cache servers, a folder as store, a workspace that outlives its job) a state whose manifest
 * says that less trusted code wrote it is not used. Whoever can write what they like into a scope can also write
 * a manifest that says otherwise.
 */
export function decideAccess(run: Run): AccessVerdict {
  const fork = isFork(run);
  return limitByMode({ ...ruleOf(run, fork), fork }, run.cacheMode);
}

/** Pull requests of this account bring code that nobody has read; GitHub treats them like those of a fork. */
const STRANGERS: ReadonlySet<string> = new Set(['dependabot[bot]']);

function isFork({ event, headRepository, repository }: Run): boolean | undefined {
  if (event === undefined) return undefined;
  if (!event.startsWith('pull_request')) return false;
  return headRepository === undefined || repository === undefined ? undefined : headRepository !== repository;
}

function ruleOf(run: Run, fork: boolean | undefined): Rule {
  const { event, pipeline } = run;
  if (pipeline !== undefined) return ruleOfPipeline(pipeline);
  switch (event) {
    case undefined:
      return rule('read-write', 'this is no run on GitHub', ANYBODY);
    case 'push':
      return ruleOfBranch(run, 'only people with write access push');
    case 'schedule':
    case 'workflow_dispatch':
    case 'repository_dispatch':
      return ruleOfBranch(run, `only people with write access start a run by ${event}`);
    case 'merge_group':
      return rule('restore-only', 'nobody could read what a merge queue saves: its branch is gone after the merge', {
        trust: 'branch',
        needs: 'default-branch',
      });
    case 'pull_request':
      return ruleOfPullRequest(run, fork);
    case 'pull_request_target':
    case 'workflow_run':
    case 'issue_comment':
      return rule('off', `strangers can bring a ${event} run, which has secrets, to handle their code`, EXPOSED);
    case 'release':
    case 'deployment':
      return rule('off', `what a ${event} publishes is built from nothing but its commit`, ACCEPTED);
    default:
      return rule('restore-only', `it is not known who can start a run by ${event}, so nothing is saved`, EXPOSED);
  }
}

type Whose = Pick<AccessVerdict, 'trust' | 'needs'>;

const ACCEPTED: Whose = { trust: 'default-branch', needs: 'default-branch' };
const BRANCH: Whose = { trust: 'branch', needs: 'branch' };
const ANYBODY: Whose = { trust: 'outside', needs: 'outside' };
/** Code of anybody, and secrets beside it: whatever it leaves is worth nothing, and it takes nothing from anybody. */
const EXPOSED: Whose = { trust: 'outside', needs: 'default-branch' };

const TAG: Rule = rule('off', 'what a tag releases is built from nothing but its commit', ACCEPTED);

function rule(access: Access, why: string, whose: Whose): Rule {
  return { access, why, ...whose };
}

function ruleOfBranch({ ref, defaultBranch }: Run, why: string): Rule {
  if (ref?.startsWith('refs/tags/') === true) return TAG;
  if (defaultBranch === undefined || ref === undefined)
    return rule('read-write', `${why}; whether this is the default branch is not known`, BRANCH);
  const isDefault = ref === `refs/heads/${defaultBranch}`;
  return isDefault
    ? rule('read-write', `${why}, and this is the default branch`, ACCEPTED)
    : rule('read-write', `${why}; the default branch cannot read what is saved here`, BRANCH);
}

/** On other systems nobody keeps scopes for us; the store is divided by who wrote (`store/partitioned.ts`). */
function ruleOfPipeline({ system, kind, name }: Pipeline): Rule {
  const where = name === undefined ? '' : ` ${name}`;
  switch (kind) {
    case 'release':
      return {
        ...TAG,
        why: `what${where || ' a release'} publishes on ${system} is built from nothing but its commit`,
      };
    case 'accepted':
      return rule('read-write', `${system} builds the protected or default branch${where}`, ACCEPTED);
    case 'branch':
      return rule(
        'read-write',
        `${system} builds the branch${where}, and only its own runs read what is saved here`,
        BRANCH,
      );
    case 'request':
      return rule(
        'read-write',
        `${system} builds the merge request${where}, and only its own runs read what is saved here`,
        ANYBODY,
      );
    case 'unknown':
      return rule(
        'read-write',
        `${system} does not tell what it builds, so this has a part of the store for itself`,
        ANYBODY,
      );
  }
}

function ruleOfPullRequest({ author, selfHosted }: Run, fork: boolean | undefined): Rule {
  if (fork === false && !STRANGERS.has(author ?? ''))
    return rule(
      'read-write',
      'the pull request comes from this repository, and only its own later runs can read what is saved here',
      BRANCH,
    );
  if (selfHosted)
    return rule('off', 'foreign code runs on a machine that outlives the job, so nothing is left there', EXPOSED);
  const whose =
    fork === undefined
      ? 'it is not known where the pull request comes from'
      : fork
        ? 'the pull request comes from a fork'
        : `nobody has read what ${author ?? ''} brings`;
  return rule('restore-only', `${whose}, so nothing is saved`, ANYBODY);
}

/** The service enforces its mode by itself; knowing it saves the question, and a warning. */
function limitByMode(verdict: AccessVerdict, given: string | undefined): AccessVerdict {
  const mode = (given ?? '').trim().toLowerCase();
  switch (mode) {
    case '':
    case 'write':
      return verdict;
    case 'none':
    case 'read':
    case 'write-only':
      return {
        ...verdict,
        ...restrict(verdict, MODES[mode], `the workflow or the service permits no more (cache-mode: ${mode})`),
      };
    default:
      return {
        ...verdict,
        why: `${verdict.why} (cache-mode ${JSON.stringify(mode.slice(0, 40))} is not known, and permits everything as GitHub's own client reads it)`,
      };
  }
}

const MODES = { none: 'off', read: 'restore-only', 'write-only': 'save-only' } as const;

export function mayRestore(access: Access): boolean {
  return access === 'read-write' || access === 'restore-only';
}

export function maySave(access: Access): boolean {
  return access === 'read-write' || access === 'save-only';
}

/** What two rules permit together. The words of the stricter one remain. */
export function restrict(
  { access, why }: Pick<AccessVerdict, 'access' | 'why'>,
  limit: Access,
  because: string,
): Pick<AccessVerdict, 'access' | 'why'> {
  const restores = mayRestore(access) && mayRestore(limit);
  const saves = maySave(access) && maySave(limit);
  const both = restores ? (saves ? 'read-write' : 'restore-only') : saves ? 'save-only' : 'off';
  return both === access ? { access, why } : { access: both, why: because };
}
