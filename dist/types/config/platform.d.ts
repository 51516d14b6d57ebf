import { type JsonObject, type JsonValue } from '../core/json.ts';
import type { ConfigSources } from './read-config.ts';
import { type Variables } from './environment.ts';
/** What Bengal adds to the configuration by itself, from the variables of the platform that builds. */
export interface Inferred {
    /** Setting -> value; in the order in which Bengal writes them. */
    readonly settings: readonly (readonly [setting: string, value: string])[];
    /** Whether one of them is the branch: then every branch has another configuration. */
    readonly hasBranch: boolean;
}
/** The configuration of the files with every `BENGAL_*` variable written into it, as Bengal does, as text. */
export declare function withVariables(config: JsonObject, variables: Variables): JsonObject;
export interface PlatformFacts {
    /** What the files say, with the variables of Bengal in it. */
    readonly config: JsonObject;
    readonly kind: ConfigSources['kind'];
    readonly variables: Variables;
}
/**
 * Where the site itself says where it is served: then no platform is asked. An empty text counts, a null does not. Nor
 * does an address at the top of a single file: Bengal looks for it in the section `site`, and only a folder of
 * configuration has it moved there.
 */
export declare function explicitBaseUrl({ config, kind }: Omit<PlatformFacts, 'variables'>): JsonValue | undefined;
export declare function inferFromPlatform({ config, kind, variables }: PlatformFacts): Inferred;
