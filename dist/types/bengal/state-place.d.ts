import { type Place } from '../place/resolve.ts';
/** Where the state of a site lies. Bengal makes no links in it, so a folder there that is one is refused with the whole. */
export declare function resolveState(site: string): Place;
