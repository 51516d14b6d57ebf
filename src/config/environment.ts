/** Environment variables, as a value: only `entry/` reads `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Names that an environment's file may have, in the order in which Bengal looks. An alias itself has no others. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  production: ['production', 'prod'],
  preview: ['preview', 'staging', 'stage'],
  local: ['local', 'dev', 'development'],
};

/** The environment that Bengal builds for: the option as it is, `BENGAL_ENV`, then what the platform's variables say. */
export function environmentName(option: string | undefined, variables: Variables): string {
  if (option !== undefined) return option;
  const explicit = variables['BENGAL_ENV'];
  if (explicit !== undefined && explicit !== '') return explicit.toLowerCase().trim();
  if (onNetlify(variables)) return previewOr(variables['CONTEXT'], ['deploy-preview', 'branch-deploy']);
  if (onVercel(variables)) return previewOr(variables['VERCEL_ENV'], ['preview', 'development']);
  return onGithub(variables) ? 'production' : 'local';
}

function previewOr(context: string | undefined, previews: readonly string[]): 'preview' | 'production' {
  return previews.includes(context?.toLowerCase() ?? '') ? 'preview' : 'production';
}

/** File names without ending under which `config/environments/` may hold the environment. */
export function environmentFileNames(environment: string): readonly string[] {
  return (Object.hasOwn(ALIASES, environment) ? ALIASES[environment] : undefined) ?? [environment];
}

export function onNetlify(variables: Variables): boolean {
  return variables['NETLIFY'] === 'true';
}

export function onVercel(variables: Variables): boolean {
  return variables['VERCEL'] === '1' || variables['VERCEL'] === 'true';
}

export function onGithub(variables: Variables): boolean {
  return variables['GITHUB_ACTIONS'] === 'true';
}

/** Bengal writes every non-empty variable with this prefix into the configuration, control switches included. */
export function bengalVariables(variables: Variables): [name: string, value: string][] {
  const found = Object.entries(variables).flatMap(([name, value]): [string, string][] =>
    /^BENGAL[_x]/.test(name) && value !== undefined && value !== '' ? [[name, value]] : [],
  );
  return found.sort(([left], [right]) => (left < right ? -1 : 1));
}

/**
 * The setting that such a variable stands for: `BENGAL_PARAMS_MOTTO` is `params.motto`, and `BENGALxPARAMSxREPO_URL`
 * is `params.repo_url`. Empty: none.
 */
export function settingOfVariable(name: string): readonly string[] {
  const delimiter = name.startsWith('BENGALx') ? 'x' : '_';
  return name
    .slice('BENGAL_'.length)
    .split(delimiter)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase());
}
