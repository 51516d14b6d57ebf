import type { Read } from '../trace/trace.ts';
import { type Topic } from './topics.ts';
/** What a read depends on. None: nothing that a build can change. */
export declare function topicsOf(read: Read): readonly Topic[];
