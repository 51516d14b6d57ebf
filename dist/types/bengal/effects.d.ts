import { type StateFile } from './state-file.ts';
/** What rendering one page wrote and touched. */
export interface RenderEffect {
    /** Absolute path of the page's source in the checkout that wrote the state. */
    readonly source: string;
    /** Address of the page as links name it, with the base URL before it. */
    readonly href: string | undefined;
    /** Absolute paths of the HTML written. */
    readonly outputs: readonly string[];
    /** Absolute paths of files read, templates included. */
    readonly files: readonly string[];
    /** Names of the templates used, the page's own first when it is known. */
    readonly templates: readonly string[];
}
/** Reads the `render_page` effects of `effects.json`; entries that are not understood are left out. */
export declare function readEffects(file: StateFile): RenderEffect[];
