import { messageOf } from '../core/result.ts';
import type { GithubClient, GithubClientOptions } from './github-requests.ts';
import {
  commentSteps,
  ownComment,
  type CommentOutcome,
  type CommentRequest,
  type CommentStep,
  type KnownComment,
  type PullRequestPort,
} from './pull-request.ts';

export interface GithubPullRequestOptions extends GithubClientOptions {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
}

/** Comments of one page; and no pull request is searched further back than this many pages. */
const PAGE = 100;
const MOST_PAGES = 30;

/** Pull requests of GitHub, through GraphQL: only there a token can ask which comments it wrote itself, and fold them. */
export function githubPullRequest(options: GithubPullRequestOptions): PullRequestPort {
  return {
    async comment(request) {
      try {
        // A part of its own: most runs have no comment to write.
        const { githubClient } = await import('./github-requests.ts');
        const client = githubClient(options);
        const found = await findComment(client, options, request.marker);
        const steps = commentSteps(found.comment, request);
        for (const step of steps) await carryOut(step, { client, request, ...found });
        return outcomeOf(steps, found.comment, request);
      } catch (thrown) {
        return troubleOf(thrown);
      }
    },
  };
}

interface Found {
  readonly pullRequest: string;
  readonly comment: KnownComment | undefined;
}

const COMMENTS = `query ($owner: String!, $name: String!, $number: Int!, $page: Int!, $before: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      id
      comments(last: $page, before: $before) {
        pageInfo { hasPreviousPage startCursor }
        nodes { id body isMinimized viewerDidAuthor }
      }
    }
  }
}`;

interface CommentsAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly id: string;
      readonly comments: {
        readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
        readonly nodes: readonly {
          readonly id: string;
          readonly body: string;
          readonly isMinimized: boolean;
          readonly viewerDidAuthor: boolean;
        }[];
      };
    } | null;
  } | null;
}

/** Looks from the newest page backwards. */
async function findComment(client: GithubClient, options: GithubPullRequestOptions, marker: string): Promise<Found> {
  const { owner, repository: name, number } = options;
  let before: string | null = null;
  for (let page = 0; ; page++) {
    const answer: CommentsAnswer = await client.query(COMMENTS, { owner, name, number, page: PAGE, before });
    const pullRequest = answer.repository?.pullRequest;
    if (!pullRequest) throw new Error(`There is no pull request ${String(number)} in ${owner}/${name}`);
    const { nodes, pageInfo } = pullRequest.comments;
    const known = nodes.map((node) => ({
      id: node.id,
      body: node.body,
      folded: node.isMinimized,
      own: node.viewerDidAuthor,
    }));
    const comment = ownComment(known, marker);
    if (comment !== undefined || !pageInfo.hasPreviousPage || page + 1 === MOST_PAGES)
      return { pullRequest: pullRequest.id, comment };
    before = pageInfo.startCursor;
  }
}

interface StepContext extends Found {
  readonly client: GithubClient;
  readonly request: CommentRequest;
}

async function carryOut(step: CommentStep, { client, request, pullRequest, comment }: StepContext): Promise<void> {
  const id = step === 'create' ? pullRequest : comment?.id;
  const variables = step === 'create' || step === 'update' ? { id, body: request.body } : { id };
  await client.change(MUTATIONS[step], variables);
}

/** `$body` is declared only where it is used, which GraphQL insists on. */
const MUTATIONS: Readonly<Record<CommentStep, string>> = {
  create: `mutation ($id: ID!, $body: String!) { addComment(input: { subjectId: $id, body: $body }) { clientMutationId } }`,
  update: `mutation ($id: ID!, $body: String!) { updateIssueComment(input: { id: $id, body: $body }) { clientMutationId } }`,
  fold: `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }`,
  unfold: `mutation ($id: ID!) { unminimizeComment(input: { subjectId: $id }) { clientMutationId } }`,
};

function outcomeOf(
  steps: readonly CommentStep[],
  known: KnownComment | undefined,
  request: CommentRequest,
): CommentOutcome {
  if (steps.includes('create')) return { kind: 'created' };
  if (known === undefined) return { kind: 'none' };
  if (request.wish === 'fold') return { kind: 'folded' };
  return { kind: steps.length === 0 ? 'unchanged' : 'updated' };
}

/** A lack of rights is told by GraphQL in a typed error, by what stands before it with 401 or 403. */
function troubleOf(thrown: unknown): CommentOutcome {
  const [error] = errorsOf(thrown);
  const why = error?.message ?? messageOf(thrown).split('\n')[0] ?? '';
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
  const denied = error?.type === 'FORBIDDEN' || status === 401 || status === 403;
  return { kind: denied ? 'denied' : 'unavailable', why };
}

interface TypedError {
  readonly type: unknown;
  readonly message: string;
}

function errorsOf(thrown: unknown): readonly TypedError[] {
  const errors: unknown = typeof thrown === 'object' && thrown !== null && 'errors' in thrown ? thrown.errors : [];
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown): TypedError[] =>
    typeof error === 'object' && error !== null && 'message' in error
      ? [{ type: 'type' in error ? error.type : undefined, message: String(error.message) }]
      : [],
  );
}
