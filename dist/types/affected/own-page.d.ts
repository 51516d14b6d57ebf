import type { PageEdit } from '../changes/page-edit.ts';
import type { Context } from './context.ts';
/**
 * Whether a page may show an edit of itself whatever its rendering read. A text in which something is filled in can show
 * any front matter.
 */
export declare function showsEdit(path: string, { body, keys }: PageEdit, { references, texts }: Context): boolean;
/** Whether its slug, or its name where it has none, makes a home page of it, before the edit or after it. */
export declare function isOrWasHome(path: string, { state, texts }: Context): boolean;
