import type { Variables } from './github-process.ts';
/** Whether the runner has told this process where a cache service is. Both versions of the protocol need an address. */
export declare function hasServiceAddress(environment: Variables): boolean;
/** Why there is no cache service, as far as the variables of the runner tell. */
export declare function describeMissingService(environment: Variables): string;
