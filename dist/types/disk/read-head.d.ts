import { type Outcome } from './outcome.ts';
/** The first bytes of a regular file, at most so many; no link is followed. Something else than a file counts as absent. */
export declare function readHead(path: string, most: number): Outcome<Buffer>;
