import { type Result } from '../core/result.ts';
import { type Inputs, type SiteInputs } from './inputs.ts';
import { type RawInputs } from './spec.ts';
export interface InputContext {
    /** Folder that relative paths start from, absolute. Nothing outside is read or written. */
    readonly workspace: string;
    /** Looks at the disk: `inputs/` itself does not. */
    readonly folder: (path: string) => FolderKind;
}
export type FolderKind = 'missing' | 'not-a-folder' | 'no-site' | 'site';
/** Parses what every command needs. Reports every problem, each naming the input, its value and what is allowed. */
export declare function parseSiteInputs(raw: RawInputs, context: InputContext): Result<SiteInputs, string>;
/** Parses all inputs of an action; those that it does not have take their defaults. */
export declare function parseInputs(raw: RawInputs, context: InputContext): Result<Inputs, string>;
export declare const PREVIEW_URL = "a web address with {path} and, if you like, {pr}, such as https://pr-{pr}.example.org{path}";
