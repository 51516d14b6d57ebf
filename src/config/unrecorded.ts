import { asArray, asString, field, type JsonObject, type JsonValue } from '../core/json.ts';

/** What a site has besides its configuration that can make a build read more, as text. */
export interface SiteCode {
  /** `collections.py`, where there is one. */
  readonly collections: string | undefined;
  /** `theme.toml` of each theme of the site. */
  readonly themes: readonly string[];
}

const LIBRARIES = /\blibraries\b["']?[ \t]*=(?![ \t]*\[\s*\])/;

/**
 * What the configuration makes a build read that neither Bengal's state nor our manifest records. With any of it, nobody
 * can prove that a build would write the same again. Bengal 0.5.1 knows these; each is off unless the site turns it on.
 */
export function findUnrecordedInputs(config: JsonObject, { collections, themes }: SiteCode): string[] {
  const at = (...path: readonly string[]): JsonValue | undefined =>
    path.reduce<JsonValue | undefined>((value, key) => field(value, key), config);
  const found: string[] = [];
  if (isOn(at('assets', 'pipeline')))
    found.push('assets.pipeline runs tools of Node.js, whose versions nobody records');
  if (asArray(at('external_refs', 'indexes')).length > 0)
    found.push('external_refs.indexes fetches indexes of other sites');
  if (asString(at('versioning', 'mode')) === 'git') found.push('versioning.mode git builds from other branches');
  if (isOn(at('content', 'git_info', 'enabled')))
    found.push('content.git_info takes dates of pages from the history of git');
  if (collections !== undefined && /\bloader\b/.test(collections))
    found.push('collections.py may load content from elsewhere');
  if (themes.some((text) => LIBRARIES.test(text)))
    found.push('libraries in theme.toml names packages that nobody records');
  return found;
}

/** Settings from variables are text. */
function isOn(value: JsonValue | undefined): boolean {
  return value === true || (typeof value === 'string' && !/^(?:false|0|no|off|)$/i.test(value));
}
