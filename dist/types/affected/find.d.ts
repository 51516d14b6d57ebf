import type { AffectedInput } from './context.ts';
import type { Affected } from './reason.ts';
export type { AffectedInput } from './context.ts';
/**
 * The pages that a full build may write differently: an upper bound. Changes touch topics; whoever read one of these
 * when the site was built is affected. What is not known widens to all pages, with the doubt named.
 */
export declare function findAffected(input: AffectedInput): Affected;
