import { looksSecret, looksSecretValue } from './secrets.ts';

/** Environment variables, as a value. */
type Variables = Readonly<Record<string, string | undefined>>;

// The only place that makes the environment of a program that we start. None of them gets a token, with one exception:
// the cache client needs the runner's cache token, and that alone.

/** By these a program finds itself, its libraries, its settings and its language. */
const NEEDED_BY_TOOLS =
  /^(?:PATH|PATHEXT|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|LANG|LANGUAGE|LC_[A-Z]+|TZ|XDG_CONFIG_HOME|LD_LIBRARY_PATH|DYLD_[A-Z_]+|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\(X86\))?|MSYSTEM)$/i;

/** What the runner gives to actions and not to `run:` steps, and our own key. */
const OF_ACTIONS = /^(?:INPUT_|STATE_|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN)_|SITE_CACHE_SIGNING_KEY$)/i;

/** Where the cache service is, and what it knows this job by. */
const OF_CACHE_SERVICE = /^ACTIONS_(?:RUNTIME|RESULTS|CACHE)_/i;

const PROXY = /^(?:https?|all|no)_proxy$/i;

/** Names of variables say more than those of settings: `..._KEY` is one, and `PWD` is a folder. */
const SECRET_VARIABLE = /(?:^|_)(?:KEY|JWT|PAT|PIN|OTP|DSN|PWD)(?:$|_)/i;

/** For a tool that needs nothing of the job, such as git, tar or a program that holds a lock. */
export function environmentOfTools(variables: Variables): Record<string, string> {
  return pick(variables, (name) => NEEDED_BY_TOOLS.test(name));
}

/**
 * For the job's own Bengal: whatever its configuration may name, but no secrets. Bengal's own variables stay, whatever
 * they hold: they are part of the configuration, and the build step has them too.
 */
export function environmentOfBuild(variables: Variables): Record<string, string> {
  return pick(variables, (name, value) => isOfBengal(name) || !(OF_ACTIONS.test(name) || isSecret(name, value)));
}

/** For a command of the user's own: what a `run:` step has, with the secrets that its author has put there. */
export function environmentOfCommands(variables: Variables): Record<string, string> {
  return pick(variables, (name) => !OF_ACTIONS.test(name));
}

/** For the cache client alone: the address and the token of the cache service, the way there, and no other secret. */
export function environmentOfCacheClient(variables: Variables): Record<string, string> {
  return pick(
    variables,
    (name, value) =>
      OF_CACHE_SERVICE.test(name) || PROXY.test(name) || !(OF_ACTIONS.test(name) || isSecret(name, value)),
  );
}

function isOfBengal(name: string): boolean {
  return /^BENGAL[_x]/.test(name);
}

function isSecret(name: string, value: string): boolean {
  if (name === 'PWD' || NEEDED_BY_TOOLS.test(name)) return false;
  return looksSecret(name) || SECRET_VARIABLE.test(name) || looksSecretValue(value);
}

function pick(variables: Variables, wanted: (name: string, value: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]): [string, string][] =>
      value !== undefined && wanted(name, value) ? [[name, value]] : [],
    ),
  );
}
