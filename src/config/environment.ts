/** Environment variables, as a value: only `entry/` reads `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Names that each environment's file may have, in the order in which Bengal looks. */
const ALIASES: readonly (readonly string[])[] = [
  ['production', 'prod'],
  ['preview', 'staging', 'stage'],
  ['local', 'dev', 'development'],
];

/** The environment that Bengal builds for: option, `BENGAL_ENV`, then what the platform's variables say. */
export function environmentName(option: string | undefined, variables: Variables): string {
  if (option !== undefined) return option.toLowerCase();
  const explicit = variables['BENGAL_ENV'];
  if (explicit !== undefined && explicit !== '') return explicit.toLowerCase();
  if (variables['NETLIFY'] === 'true') return variables['CONTEXT'] === 'production' ? 'production' : 'preview';
  if (isVercel(variables)) return variables['VERCEL_ENV'] === 'production' ? 'production' : 'preview';
  return variables['GITHUB_ACTIONS'] === 'true' ? 'production' : 'local';
}

/** File names without ending under which `config/environments/` may hold the environment. */
export function environmentFileNames(environment: string): readonly string[] {
  const aliases = ALIASES.find((names) => names.includes(environment));
  return aliases ?? [environment];
}

/** Bengal writes every non-empty variable with this prefix into the configuration, control switches included. */
export function bengalVariables(variables: Variables): [name: string, value: string][] {
  return pick(variables, (name) => /^BENGAL[_x]/.test(name));
}

/** From these Bengal infers the base URL, but only where the site sets none. */
export function platformVariables(variables: Variables): [name: string, value: string][] {
  if (variables['NETLIFY'] === 'true')
    return pick(variables, (name) => ['NETLIFY', 'URL', 'DEPLOY_PRIME_URL'].includes(name));
  if (isVercel(variables)) return pick(variables, (name) => ['VERCEL', 'VERCEL_URL'].includes(name));
  if (variables['GITHUB_ACTIONS'] !== 'true') return [];
  const names = [
    'GITHUB_ACTIONS',
    'GITHUB_PAGES_ROOT',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_OWNER',
    'GITHUB_REF_NAME',
    'GITHUB_SERVER_URL',
  ];
  return pick(variables, (name) => names.includes(name));
}

function isVercel(variables: Variables): boolean {
  return variables['VERCEL'] === '1' || variables['VERCEL'] === 'true';
}

function pick(variables: Variables, wanted: (name: string) => boolean): [string, string][] {
  const picked = Object.entries(variables).flatMap(([name, value]): [string, string][] =>
    wanted(name) && value !== undefined && value !== '' ? [[name, value]] : [],
  );
  return picked.sort(([left], [right]) => (left < right ? -1 : 1));
}
