import { type JsonValue } from '../core/json.ts';
import type { Context } from './context.ts';
export interface Redirected {
    /** The page, as a site path. */
    readonly path: string;
    /** Its key `aliases`, as recorded and as it is now. */
    readonly before: JsonValue | undefined;
    readonly after: JsonValue | undefined;
}
/**
 * Addresses that a page is also found at: Bengal writes a page to each, which leads on. Only a full build does, and it
 * leaves the place to a page that is there by itself.
 */
export declare function judgeRedirects({ path, before, after }: Redirected, context: Context): void;
