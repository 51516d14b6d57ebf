import { type JsonObject } from '../core/json.ts';
/**
 * What the configuration makes a build read that neither Bengal's state nor our manifest records. With any of it, nobody
 * can prove that a build would write the same again. Bengal 0.5.1 knows these; each is off unless the site turns it on.
 */
export declare function findUnrecordedInputs(config: JsonObject, siteCode: string | undefined): string[];
