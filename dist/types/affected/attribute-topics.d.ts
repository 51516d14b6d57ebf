import { type Topic } from './topics.ts';
type Target = {
    readonly kind: 'page';
    readonly path: string;
} | {
    readonly kind: 'section';
    readonly folder: string;
} | {
    readonly kind: 'other';
    readonly name: string;
};
export declare function targetOf(name: string): Target;
export declare function attribute(owner: string, name: string): Topic[];
/** Objects have the attributes of their class, whatever they hold: what can change is whether there is such an object. */
export declare function presence(owner: string): Topic[];
/** Front matter of generated pages that says which page it is, and not what is on it. */
export declare const IDENTITY: ReadonlySet<string>;
/** Pages that Bengal makes by itself list what they are made from. */
export declare function generatedTopics(path: string): Topic[];
/** Sections of API documentation are what the code makes them; the one above all is there always. */
export declare function virtualTopics(folder: string, saysMore: boolean): Topic[];
export declare function otherAttribute(owner: string, name: string): Topic[];
/** A setting stands at the top or in `site`. */
export declare function siteSetting(name: string): Topic[];
export {};
