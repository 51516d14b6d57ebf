import type { Reason, ReasonKind } from '../affected/reason.ts';
import type { StateStatus } from '../bengal/state-validity.ts';
import type { BuildMode } from '../gate/decision.ts';
import type { Report } from './report.ts';
/** One word for each build mode, as people read it. A new mode does not compile until it has words. */
export declare const MODE_WORDS: Readonly<Record<BuildMode, string>>;
export declare const STATE_WORDS: Readonly<Record<StateStatus, string>>;
/** How a page comes to be affected; `via` names the file or output. */
export declare const REASON_WORDS: Readonly<Record<ReasonKind, (via: string) => string>>;
/** Why a page is affected, with what it took from elsewhere where its record tells. */
export declare function reasonSentence({ kind, via, shows }: Pick<Reason, 'kind' | 'via' | 'shows'>): string;
/** A heading for the pages that are affected in one way. */
export declare const REASON_HEADINGS: Readonly<Record<ReasonKind, string>>;
/** The verdict in one sentence: what to do, and the first reason. */
export declare function verdictSentence(report: Report): string;
/** `3 pages`, `1 page`. */
export declare function count(number: number, one: string, many?: string): string;
/** `1,234` on every machine. */
export declare function digits(number: number): string;
export declare function affectedPhrase({ affected, totalPages }: Report): string;
/** The first line of a summary and a comment, before the build: how many pages may become others. */
export declare function mayChangeSentence(report: Report, isPullRequest: boolean): string;
/** Whether there was a state to compare with: without one nothing is counted, and a 0 would claim that something was. */
export declare function isCompared({ state }: Pick<Report, 'state'>): boolean;
/** How much changed, in one line. */
export declare function changesPhrase(report: Report): string;
/** When and from what the state was built; seconds are precise enough for people. */
export declare function builtPhrase({ state }: Report): string;
