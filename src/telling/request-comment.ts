import { unreachable } from '../core/never.ts';
import type { CommentOutcome, PullRequestPort } from '../host/pull-request.ts';
import type { CommentSetting } from '../inputs/inputs.ts';
import { commentBody, commentMarker, isWorthReading, type CommentOptions } from '../report/comment.ts';
import type { Report } from '../report/report.ts';

export interface CommentWish extends CommentOptions {
  readonly setting: CommentSetting;
  /** `undefined`: the run belongs to none, or there is no token to ask with. */
  readonly pullRequest: PullRequestPort | undefined;
}

/** Says on the pull request what the run found, where that is wished for. Returns a line for the log, if any. */
export async function commentOn(report: Report, wish: CommentWish): Promise<string | undefined> {
  if (wish.setting === 'never' || wish.pullRequest === undefined) return undefined;
  const outcome = await wish.pullRequest.comment({
    marker: commentMarker(wish.name),
    body: commentBody(report, wish),
    wish: wish.setting === 'always' || isWorthReading(report) ? 'show' : 'fold',
  });
  return commentSentence(outcome);
}

export function commentSentence(outcome: CommentOutcome): string {
  switch (outcome.kind) {
    case 'created':
      return 'Commented on the pull request';
    case 'updated':
      return 'Updated the comment on the pull request';
    case 'unchanged':
      return 'The comment on the pull request says the same already';
    case 'folded':
      return 'Folded the comment on the pull request away, since nothing is affected';
    case 'none':
      return 'No comment on the pull request, since nothing is affected';
    case 'denied':
      return `No comment on the pull request, since this run may not write one (${outcome.why}): it needs pull-requests: write, which a fork never gets`;
    case 'unavailable':
      return `No comment on the pull request: ${outcome.why}`;
    default:
      return unreachable(outcome);
  }
}
