import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schema as github } from '@octokit/graphql-schema';
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';

/** GitHub's own schema decides which queries are well formed. It defines two fields twice, which nobody asks for. */
const schema = buildSchema(github.idl, { assumeValid: true });

export interface StoredComment {
  readonly id: string;
  readonly author: string;
  body: string;
  folded: boolean;
}

export interface GithubService extends AsyncDisposable {
  /** As in `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly comments: StoredComment[];
  /** How many requests came in. */
  readonly requests: () => number;
  /** Answers the next requests so, instead of properly. */
  fail(...answers: readonly Failure[]): void;
}

export interface Failure {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** GitHub's GraphQL interface with one pull request, number 7 of `owner/site`. */
export async function githubService({ viewer = 'github-actions', mayWrite = true } = {}): Promise<GithubService> {
  const comments: StoredComment[] = [];
  const failures: Failure[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    void answer(request).then(({ status, headers = {}, body = '' }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
  });
  async function answer(request: IncomingMessage): Promise<Failure> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const failure = failures.shift();
    if (failure !== undefined) return failure;
    if (request.headers.authorization !== 'token secret')
      return { status: 401, body: JSON.stringify({ message: 'Bad credentials' }) };
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { status: 200, body: JSON.stringify({ errors }) };
    const rootValue = resolvers({ comments, viewer, mayWrite });
    const result = await execute({ schema, document, variableValues: variables, rootValue });
    // GitHub writes the type of an error beside its message.
    const typed = result.errors?.map((error) => ({ ...error.toJSON(), ...error.extensions }));
    return { status: 200, body: JSON.stringify({ ...result, ...(typed && { errors: typed }) }) };
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    comments,
    requests: () => requests,
    fail: (...answers) => {
      failures.push(...answers);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Site {
  readonly comments: StoredComment[];
  readonly viewer: string;
  readonly mayWrite: boolean;
}

interface Input<Value> {
  readonly input: Value;
}

function resolvers({ comments, viewer, mayWrite }: Site): object {
  const write = (): void => {
    if (!mayWrite)
      throw new GraphQLError('Resource not accessible by integration', { extensions: { type: 'FORBIDDEN' } });
  };
  const find = (id: string): StoredComment => {
    const comment = comments.find((each) => each.id === id);
    if (comment === undefined) throw new GraphQLError(`Could not resolve to a node with the global id of '${id}'`);
    return comment;
  };
  const done = { clientMutationId: null };
  return {
    repository: ({ owner, name }: { owner: string; name: string }) =>
      owner === 'owner' && name === 'site'
        ? { pullRequest: ({ number }: { number: number }) => (number === 7 ? pullRequest(comments, viewer) : null) }
        : null,
    addComment({ input }: Input<{ subjectId: string; body: string }>) {
      write();
      if (input.subjectId !== 'PR_7') throw new GraphQLError('no such subject');
      comments.push({ id: `IC_${String(comments.length)}`, author: viewer, body: input.body, folded: false });
      return done;
    },
    updateIssueComment({ input }: Input<{ id: string; body: string }>) {
      write();
      find(input.id).body = input.body;
      return done;
    },
    minimizeComment({ input }: Input<{ subjectId: string }>) {
      write();
      find(input.subjectId).folded = true;
      return done;
    },
    unminimizeComment({ input }: Input<{ subjectId: string }>) {
      write();
      find(input.subjectId).folded = false;
      return done;
    },
  };
}

function pullRequest(comments: readonly StoredComment[], viewer: string): object {
  return {
    id: 'PR_7',
    comments({ last, before }: { last: number; before: string | null }) {
      const end = before === null ? comments.length : Number(before);
      const start = Math.max(0, end - last);
      return {
        pageInfo: { hasPreviousPage: start > 0, startCursor: String(start) },
        nodes: comments.slice(start, end).map(({ id, author, body, folded }) => ({
          id,
          body,
          isMinimized: folded,
          viewerDidAuthor: author === viewer,
        })),
      };
    },
  };
}
