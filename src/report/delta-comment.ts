import { isAnythingToDeploy, type Delta } from '../delta/delta.ts';
import { commentMarker } from './comment.ts';
import { deltaMarkdown, type DeltaLinks } from './delta-markdown.ts';
import type { DeltaAbout } from './delta-words.ts';

/** GitHub takes 65,536 characters, and what was said before the build stands in it too. */
const ROOM = 20_000;

export interface DeltaCommentOptions {
  /** Tells the comments of several sites or jobs of one workflow apart. */
  readonly name: string;
  readonly links: DeltaLinks;
  readonly about?: DeltaAbout;
  readonly vanished: boolean;
  /** What the comment said before the build; empty: nothing. */
  readonly before: string;
  /** Page of the run. */
  readonly runUrl: string | undefined;
}

/** What a reviewer wants to know after the build: the changed pages first, and folded what was expected before it. */
export function deltaComment(
  delta: Delta,
  { name, links, about, vanished, before, runUrl }: DeltaCommentOptions,
): string {
  const marker = commentMarker(name);
  // The marker of the earlier comment would be a second one.
  const expected = before.startsWith(marker) ? before.slice(marker.length).trim() : '';
  const parts = [
    deltaMarkdown(delta, { links, about, vanished, room: ROOM }).trimEnd(),
    expected === ''
      ? ''
      : `<details><summary>What was expected before the build</summary>\n\n${expected}\n\n</details>`,
    runUrl === undefined || expected !== '' ? '' : `<sub>[The run](${runUrl})</sub>`,
  ];
  return `${marker}\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A comment about nothing is folded away. Without a base there is nothing to tell either. */
export function isDeltaWorthReading(delta: Delta): boolean {
  return delta.base.kind !== 'none' && (isAnythingToDeploy(delta) || delta.vanished.length > 0);
}
