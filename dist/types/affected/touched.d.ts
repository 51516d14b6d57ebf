import type { Topic } from './topics.ts';
import type { Reason } from './reason.ts';
/** What the changes touch, with why. */
export interface Touched {
    readonly touch: (topics: Iterable<Topic>, reason: Reason) => void;
    readonly reasonsOf: (topic: Topic) => readonly Reason[];
}
export declare function touchedTopics(): Touched;
