/** What a run wants to say on a pull request, in one comment that later runs replace. */
export interface CommentRequest {
  /** First line of the body, by which the comment is found again. */
  readonly marker: string;
  readonly body: string;
  /** `show`: write it. `fold`: nothing worth reading; fold an older comment away, and write no new one. */
  readonly wish: 'show' | 'fold';
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' | 'folded' }
  /** There is nothing to say, and nothing was said before. */
  | { readonly kind: 'none' }
  /** The token may not write: a pull request from a fork, or a job without `pull-requests: write`. */
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'unavailable'; readonly why: string };

/** Port of the pull request that a run belongs to. Trouble is an outcome, never thrown. */
export interface PullRequestPort {
  comment(request: CommentRequest): Promise<CommentOutcome>;
}

/** A comment that is there, as far as it matters here. */
export interface KnownComment {
  readonly id: string;
  readonly body: string;
  readonly folded: boolean;
  /** Whether the token that asks wrote it: anybody can copy our marker. */
  readonly own: boolean;
}

export type CommentStep = 'create' | 'update' | 'fold' | 'unfold';

/** What has to be done so that one comment of ours says what it should; pure. */
export function commentSteps(known: KnownComment | undefined, { body, wish }: CommentRequest): readonly CommentStep[] {
  if (known === undefined) return wish === 'show' ? ['create'] : [];
  const update = known.body.trim() === body.trim() ? [] : (['update'] as const);
  if (wish === 'show') return known.folded ? [...update, 'unfold'] : update;
  return known.folded ? update : [...update, 'fold'];
}

/** Ours is the one that we wrote and that begins with our marker; the last one, should there be several. */
export function ownComment(comments: readonly KnownComment[], marker: string): KnownComment | undefined {
  return comments.findLast((comment) => comment.own && comment.body.startsWith(marker));
}
