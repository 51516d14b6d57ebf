/** Environment variables, as a value. */
type Variables = Readonly<Record<string, string | undefined>>;
/** For a tool that needs nothing of the job, such as git, tar or a program that holds a lock. */
export declare function environmentOfTools(variables: Variables): Record<string, string>;
/**
 * For the job's own Bengal: whatever its configuration may name, but no secrets. Bengal's own variables stay, whatever
 * they hold: they are part of the configuration, and the build step has them too.
 */
export declare function environmentOfBuild(variables: Variables): Record<string, string>;
/** For a command of the user's own: what a `run:` step has, with the secrets that its author has put there. */
export declare function environmentOfCommands(variables: Variables): Record<string, string>;
/** For the cache client alone: the address and the token of the cache service, the way there, and no other secret. */
export declare function environmentOfCacheClient(variables: Variables): Record<string, string>;
export {};
