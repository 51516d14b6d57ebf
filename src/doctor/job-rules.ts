import type { Finding } from './findings.ts';
import { isBeforeBuild, isOurs } from './our-steps.ts';
import type { Job, Step, Workflow } from './parsed-workflow.ts';

/** A job that uses this action, and where. */
interface OurJob {
  readonly workflow: Workflow;
  readonly job: Job;
  /** The first step of ours. */
  readonly ours: Step;
  /** The steps after it. */
  readonly later: readonly Step[];
}

interface Found {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

interface JobRule {
  readonly severity: Finding['severity'];
  readonly look: (job: OurJob) => readonly Found[];
}

/** What is wrong with a job that uses this action. */
export function examineJob(workflow: Workflow, job: Job): Finding[] {
  const at = job.steps.findIndex(isOurs);
  const ours = job.steps[at];
  if (ours === undefined) return [];
  const context = { workflow, job, ours, later: job.steps.slice(at + 1) };
  return Object.entries(JOB_RULES).flatMap(([rule, { severity, look }]) =>
    look(context).map((found) => ({ rule, severity, file: workflow.file, ...found })),
  );
}

/** Runs that store where later ones read. */
const SAVING = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
const WITH_SECRETS = ['pull_request_target', 'workflow_run', 'issue_comment'];
const INSTALLS_BENGAL = /\b(?:pip|uv pip|pipx) install\b.*\bbengal\b|\buv sync\b/;
const DELETES = /\brm\s+-\w*r\w*\s[^\n]*(?:\.bengal|public)\b|\bbengal clean\b/;

const JOB_RULES: Readonly<Record<string, JobRule>> = {
  'never-saved-on-the-default-branch': {
    severity: 'error',
    look: ({ workflow: { events } }) =>
      !SAVING.some((event) => events.has(event)) && events.has('pull_request')
        ? [
            {
              line: events.get('pull_request') ?? 1,
              message:
                'This workflow runs for pull requests alone, and what one of them stores no other can read: each begins without a cache.',
              fix: 'Let it run for pushes to the default branch too.',
            },
          ]
        : [],
  },
  'cache-is-off': {
    severity: 'warning',
    look: ({ workflow: { events } }) =>
      WITH_SECRETS.filter((event) => events.has(event)).map((event) => ({
        line: events.get(event) ?? 1,
        message: `Runs of ${event} can be started by strangers and have secrets, so the cache is off in them.`,
        fix: 'Build in a workflow for pull_request, and leave to this one what needs secrets.',
      })),
  },
  'contents-not-readable': {
    severity: 'error',
    look: ({ job: { permissions } }) =>
      permissions?.of('contents') === 'none'
        ? [
            {
              line: permissions.line,
              message: 'The permissions of this job leave out contents, so nothing can be checked out.',
              fix: 'Add contents: read.',
            },
          ]
        : [],
  },
  'comment-not-permitted': {
    severity: 'warning',
    look({ job: { permissions }, ours }) {
      const comment = ours.with.get('comment');
      const isPermitted = permissions === undefined || permissions.of('pull-requests') === 'write';
      if (comment?.value !== 'always' || isPermitted) return [];
      return [
        {
          line: comment.line,
          message: 'A comment on the pull request is asked for, and the permissions do not allow one.',
          fix: 'Add pull-requests: write to the permissions of the job.',
        },
      ];
    },
  },
  'action-of-a-branch': {
    severity: 'warning',
    look: ({ job }) =>
      job.steps
        .filter((step) => isOurs(step) && /^(?:main|master|HEAD)$/.test(step.version ?? 'HEAD'))
        .map(({ line }) => ({
          line,
          message: 'The action is taken from a branch, so it can be another one in each run.',
          fix: 'Name a version, such as @v0, or a full commit id.',
        })),
  },
  'before-bengal-is-installed': {
    severity: 'error',
    look: ({ ours, later }) =>
      later.some(({ run }) => INSTALLS_BENGAL.test(run ?? ''))
        ? [
            {
              line: ours.line,
              message:
                'The action stands before the step that installs Bengal, so it cannot ask which Bengal will build, and nothing is skipped.',
              fix: 'Move it behind that step.',
            },
          ]
        : [],
  },
  'restored-then-deleted': {
    severity: 'error',
    look: ({ later }) =>
      later
        .filter(({ run }) => DELETES.test(run ?? ''))
        .map(({ line }) => ({
          line,
          message: 'What was restored is deleted here, so everything is built.',
          fix: 'Remove the command: the action clears away what a build must not find.',
        })),
  },
  'times-restored': {
    severity: 'warning',
    look: ({ job }) =>
      job.steps
        .filter(({ action, run }) => `${action ?? ''} ${run ?? ''}`.includes('git-restore-mtime'))
        .map(({ line }) => ({
          line,
          message:
            'Times of change are set from the history here. Nothing is decided by them, and it needs the whole history.',
          fix: 'Remove the step, and fetch-depth: 0 where nothing else needs it.',
        })),
  },
  'mode-not-passed-on': {
    severity: 'error',
    look: (job) =>
      ownBuilds(job)
        .filter(({ step }) => !/outputs\.build-args|BUILD_ARGS/.test(`${step.run ?? ''} ${step.env.join(' ')}`))
        .map(({ step: { line } }) => ({
          line,
          message:
            'Bengal is run without the arguments of the mode, so it builds in its own way, and the result is not what the gate has proven.',
          fix: 'Add $BUILD_ARGS, set from the output build-args of the action, or use OWNER/bengal-cache/build.',
        })),
  },
  'environments-differ': {
    severity: 'error',
    look: (job) =>
      ownBuilds(job).flatMap(({ args }) => {
        const environment = /--environment[= ](\S+)/.exec(args)?.[1] ?? '';
        const told = job.ours.with.get('environment');
        if (environment === (told?.value ?? '')) return [];
        return [
          {
            line: told?.line ?? job.ours.line,
            message: `The action is told environment ${JSON.stringify(told?.value ?? '')}, and the build uses ${JSON.stringify(environment)}: every state is of another configuration.`,
            fix: `Give both the same, such as environment: ${environment === '' ? 'production' : environment}.`,
          },
        ];
      }),
  },
};

/** Builds that the workflow runs itself, with the arguments that it gives them. */
function ownBuilds({ ours, later }: OurJob): readonly { readonly step: Step; readonly args: string }[] {
  if (!isBeforeBuild(ours)) return [];
  return later.flatMap((step) => {
    const args = /\bbengal build\b([^\n]*)/.exec(step.run ?? '')?.[1];
    return args === undefined ? [] : [{ step, args }];
  });
}
