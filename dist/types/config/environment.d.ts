/** Environment variables, as a value: only `entry/` reads `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;
/** The environment that Bengal builds for: the option as it is, `BENGAL_ENV`, then what the platform's variables say. */
export declare function environmentName(option: string | undefined, variables: Variables): string;
/** File names without ending under which `config/environments/` may hold the environment. */
export declare function environmentFileNames(environment: string): readonly string[];
export declare function onNetlify(variables: Variables): boolean;
export declare function onVercel(variables: Variables): boolean;
export declare function onGithub(variables: Variables): boolean;
/** Bengal writes every non-empty variable with this prefix into the configuration, control switches included. */
export declare function bengalVariables(variables: Variables): [name: string, value: string][];
/**
 * The setting that such a variable stands for: `BENGAL_PARAMS_MOTTO` is `params.motto`, and `BENGALxPARAMSxREPO_URL`
 * is `params.repo_url`. Empty: none.
 */
export declare function settingOfVariable(name: string): readonly string[];
