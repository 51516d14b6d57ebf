/** Names of settings whose values nobody should read in a log. `author` is none of them. */
const SECRET_NAME =
  /token|secret|passw|passphrase|\bpwd|credential|private|api[_-]?key|access[_-]?key|auth(?!or)|cookie|signature|webhook|\bdsn/i;
/** Values that give themselves away: an address with a password in it, keys of well-known services, signed tokens. */
const SECRET_VALUE =
  /:\/\/[^/\s@]+@|\b(?:gh[pousr]_|github_pat_|glpat-|sk-|xox[abprs]-|AKIA|eyJ[\w-]{8,}\.)|-----BEGIN [A-Z ]*PRIVATE/;

const LONGEST_SHOWN = 60;

/** Whether the setting may hold something that must not be kept or shown, not even as a digest that could be guessed. */
export function looksSecret(path: string): boolean {
  return SECRET_NAME.test(path);
}

/** Whether a value gives itself away as a secret, wherever it stands. */
export function looksSecretValue(text: string): boolean {
  return SECRET_VALUE.test(text);
}

/** A value as it may be shown: masked where its setting or the value itself looks like a secret, and short. */
export function shownValue(path: string, text: string): string {
  if (looksSecret(path) || looksSecretValue(text)) return '***';
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 3)}...`;
}
