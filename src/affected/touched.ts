import type { Topic } from './topics.ts';
import type { Reason } from './reason.ts';

/** So many changes are told for one topic: with more, a list of reasons would grow with changes times pages. */
const MOST_TOLD = 8;

/** What the changes touch, with why. */
export interface Touched {
  readonly touch: (topics: Iterable<Topic>, reason: Reason) => void;
  readonly reasonsOf: (topic: Topic) => readonly Reason[];
}

export function touchedTopics(): Touched {
  const touched = new Map<Topic, Reason[]>();
  return {
    touch: (topics, reason) => {
      for (const topic of topics) {
        const known = touched.get(topic);
        if (known === undefined) touched.set(topic, [reason]);
        else if (known.length < MOST_TOLD && !known.some(({ via, kind }) => via === reason.via && kind === reason.kind))
          known.push(reason);
      }
    },
    reasonsOf: (topic) => touched.get(topic) ?? [],
  };
}
