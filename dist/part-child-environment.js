import { __name } from "./part-rolldown-runtime.js";

// src/core/secrets.ts
/** Names of settings whose values nobody should read in a log. `author` is none of them. */
const SECRET_NAME = /token|secret|passw|passphrase|\bpwd|credential|private|api[_-]?key|access[_-]?key|auth(?!or)|cookie|signature|webhook|\bdsn/i;
/** Values that give themselves away: an address with a password in it, keys of well-known services, signed tokens. */
const SECRET_VALUE = /:\/\/[^/\s@]+@|\b(?:gh[pousr]_|github_pat_|glpat-|sk-|xox[abprs]-|AKIA|eyJ[\w-]{8,}\.)|-----BEGIN [A-Z ]*PRIVATE/;
const LONGEST_SHOWN = 60;
/** Whether the setting may hold something that must not be kept or shown, not even as a digest that could be guessed. */
function looksSecret(path) {
	return SECRET_NAME.test(path);
}
/** Whether a value gives itself away as a secret, wherever it stands. */
function looksSecretValue(text) {
	return SECRET_VALUE.test(text);
}
/** A value as it may be shown: masked where its setting or the value itself looks like a secret, and short. */
function shownValue(path, text) {
	if (looksSecret(path) || looksSecretValue(text)) return "***";
	return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, 57)}...`;
}

// src/core/child-environment.ts
/** By these a program finds itself, its libraries, its settings and its language. */
const NEEDED_BY_TOOLS = /^(?:PATH|PATHEXT|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|LANG|LANGUAGE|LC_[A-Z]+|TZ|XDG_CONFIG_HOME|LD_LIBRARY_PATH|DYLD_[A-Z_]+|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\(X86\))?|MSYSTEM)$/i;
/** What the runner gives to actions and not to `run:` steps, and our own key. */
const OF_ACTIONS = /^(?:INPUT_|STATE_|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN)_|SITE_CACHE_SIGNING_KEY$)/i;
/** Where the cache service is, and what it knows this job by. */
const OF_CACHE_SERVICE = /^ACTIONS_(?:RUNTIME|RESULTS|CACHE)_/i;
const PROXY = /^(?:https?|all|no)_proxy$/i;
/** Names of variables say more than those of settings: `..._KEY` is one, and `PWD` is a folder. */
const SECRET_VARIABLE = /(?:^|_)(?:KEY|JWT|PAT|PIN|OTP|DSN|PWD)(?:$|_)/i;
/** For a tool that needs nothing of the job, such as git, tar or a program that holds a lock. */
function environmentOfTools(variables) {
	return pick(variables, (name) => NEEDED_BY_TOOLS.test(name));
}
/**
* For the job's own Bengal: whatever its configuration may name, but no secrets. Bengal's own variables stay, whatever
* they hold: they are part of the configuration, and the build step has them too.
*/
function environmentOfBuild(variables) {
	return pick(variables, (name, value) => isOfBengal(name) || !(OF_ACTIONS.test(name) || isSecret(name, value)));
}
/** For a command of the user's own: what a `run:` step has, with the secrets that its author has put there. */
function environmentOfCommands(variables) {
	return pick(variables, (name) => !OF_ACTIONS.test(name));
}
/** For the cache client alone: the address and the token of the cache service, the way there, and no other secret. */
function environmentOfCacheClient(variables) {
	return pick(variables, (name, value) => OF_CACHE_SERVICE.test(name) || PROXY.test(name) || !(OF_ACTIONS.test(name) || isSecret(name, value)));
}
function isOfBengal(name) {
	return /^BENGAL[_x]/.test(name);
}
function isSecret(name, value) {
	if (name === "PWD" || NEEDED_BY_TOOLS.test(name)) return false;
	return looksSecret(name) || SECRET_VARIABLE.test(name) || looksSecretValue(value);
}
function pick(variables, wanted) {
	return Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => value !== void 0 && wanted(name, value) ? [[name, value]] : []));
}

export { environmentOfBuild, environmentOfCacheClient, environmentOfCommands, environmentOfTools, looksSecret, shownValue };