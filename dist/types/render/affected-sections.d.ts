import type { AffectedPage } from '../affected/reason.ts';
import type { Scene } from './picture.ts';
/** Like the scene of pages one by one, but with one node for each section of pages and of causes. */
export declare function sectionScene(pages: readonly AffectedPage[]): Scene;
