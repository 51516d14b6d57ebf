import { changedPages, isAnythingToDeploy, type Delta, type OutputChange } from '../delta/delta.ts';
import type { Host } from '../host/port.ts';
import type { PullRequestPort } from '../host/pull-request.ts';
import type { DeltaOutputName, VanishedSetting } from '../inputs/delta-spec.ts';
import type { CommentSetting } from '../inputs/inputs.ts';
import { commentMarker } from '../report/comment.ts';
import { deltaComment, isDeltaWorthReading } from '../report/delta-comment.ts';
import { deltaPart, type DeltaLinks } from '../report/delta-markdown.ts';
import type { DeltaAbout } from '../report/delta-words.ts';
import { vanishedNotes } from '../report/delta-notes.ts';
import { deltaText } from '../report/delta-text.ts';
import { commentSentence } from '../telling/request-comment.ts';
import { listOutputs } from '../telling/action-outputs.ts';
import { telling } from '../telling/telling.ts';

export interface DeltaTelling {
  readonly host: Host;
  readonly links: DeltaLinks;
  readonly vanished: VanishedSetting;
  /** Site folder below the repository's root, POSIX; empty for the root itself. */
  readonly folder: string;
  readonly about: DeltaAbout;
  readonly comment: DeltaCommentWish;
}

export interface DeltaCommentWish {
  readonly setting: CommentSetting;
  readonly name: string;
  /** What the comment said before the build; empty: nothing. */
  readonly before: string;
  readonly runUrl: string | undefined;
  /** `undefined`: the run belongs to none, or there is no token to ask with. */
  readonly pullRequest: PullRequestPort | undefined;
}

/** GitHub drops a summary above 1 MiB, and other steps write into it too. */
const SUMMARY_ROOM = 200_000;

/** Tells everybody what readers will see change. Trouble with one way of telling is a warning. */
export async function tellDelta(delta: Delta, options: DeltaTelling): Promise<void> {
  const { host, links, vanished, folder, about } = options;
  await telling(host, 'What readers will see could not be shown in the log', () => {
    host.group('What readers will see', deltaText(delta).trimEnd().split('\n'));
    for (const note of vanishedNotes(delta.vanished, vanished, folder)) host.annotate(note);
  });
  await telling(host, 'The summary could not be written', () =>
    host.writeSummary({
      ...deltaPart(delta, { links, about, vanished: vanished !== 'off', room: SUMMARY_ROOM }),
      first: true,
    }),
  );
  await telling(host, 'The comment could not be written', () => commentOn(delta, options));
}

async function commentOn(delta: Delta, { host, links, vanished, about, comment }: DeltaTelling): Promise<void> {
  const { setting, pullRequest, name } = comment;
  // Without a base the comment goes on saying what was expected before the build.
  if (setting === 'never' || pullRequest === undefined || delta.base.kind === 'none') return;
  const outcome = await pullRequest.comment({
    marker: commentMarker(name),
    body: deltaComment(delta, { ...comment, links, about, vanished: vanished !== 'off' }),
    wish: setting === 'always' || isDeltaWorthReading(delta) ? 'show' : 'fold',
  });
  host.info(commentSentence(outcome));
}

/** The outputs of the action in `delta/`, by name. What nobody knows is empty. */
export function deltaOutputs(
  delta: Delta,
  { filesPath, deltaPath }: { readonly filesPath: string; readonly deltaPath: string },
): Record<DeltaOutputName, string> {
  const isCompared = delta.base.kind !== 'none';
  const addresses = (change: OutputChange): string[] =>
    isCompared ? changedPages(delta, change).map(({ address }) => address) : [];
  const [changed, added, removed] = [addresses('changed'), addresses('added'), addresses('removed')];
  const counted = (number: number): string => (isCompared ? String(number) : '');
  const { values, truncated } = listOutputs({
    'changed-pages': changed,
    'added-pages': added,
    'removed-pages': removed,
  });
  return {
    'anything-to-deploy': String(isAnythingToDeploy(delta)),
    'base-commit': (delta.base.kind === 'none' ? null : delta.base.commit) ?? '',
    'changed-count': counted(changed.length),
    'added-count': counted(added.length),
    'removed-count': counted(removed.length),
    'vanished-count': counted(delta.vanished.filter(({ generated }) => !generated).length),
    ...values,
    'delta-path': deltaPath,
    'files-path': filesPath,
    truncated,
  };
}
