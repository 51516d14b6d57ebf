import { sha256 } from '../core/digest.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { byCodeUnit, sortedUnique } from '../core/order.ts';
import { looksSecret, shownValue } from '../core/secrets.ts';

/** Setting, such as `params.motto` -> its value as text that is equal for equal values. Lists are one value. */
export type ConfigSettings = ReadonlyMap<string, string>;

/** Setting -> 12 hexadecimal digits of its value; `null` for what looks like a secret, of which nothing is kept. */
export type ConfigDigests = ReadonlyMap<string, string | null>;

/** One setting that differs from the recorded configuration. */
export interface ConfigKeyChange {
  readonly key: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** The present value as JSON, masked where it looks like a secret; `null` when the setting is gone. */
  readonly value: string | null;
}

/** Every setting of a configuration, mappings taken apart. `textOf` writes a value so that equal ones are equal. */
export function settingsOf(config: unknown, textOf: (value: unknown) => string = canonicalJson): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string, value: unknown): void => {
    const entries = isMapping(value) ? Object.entries(value) : [];
    if (path !== '' && entries.length === 0) found.set(path, textOf(value));
    for (const [key, inner] of entries) visit(path === '' ? nameOf(key) : `${path}.${nameOf(key)}`, inner);
  };
  visit('', config);
  return found;
}

/** Dates and numbers of Python are objects too, and each is one value. */
function isMapping(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function nameOf(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}

/** What may be kept of a configuration: enough to name what changed, and not what it was. */
export function digestSettings(settings: ConfigSettings): Map<string, string | null> {
  return new Map([...settings].map(([key, text]) => [key, digestOf(key, text)]));
}

function digestOf(key: string, text: string): string | null {
  // The key is part of it, so that equal values of two settings do not give each other away.
  return looksSecret(key) ? null : sha256(`${key}\0${text}`).slice(0, 12);
}

/** The settings that differ, in order of their names. A secret is named only when it came or went. */
export function findChangedKeys(recorded: ConfigDigests, current: ConfigSettings): ConfigKeyChange[] {
  return sortedUnique([...recorded.keys(), ...current.keys()])
    .sort(byCodeUnit)
    .flatMap((key): ConfigKeyChange[] => {
      const text = current.get(key);
      if (text === undefined) return [{ key, change: 'removed', value: null }];
      const value = shownValue(key, text);
      if (!recorded.has(key)) return [{ key, change: 'added', value }];
      return recorded.get(key) === digestOf(key, text) ? [] : [{ key, change: 'changed', value }];
    });
}

/** The same, with the settings that `BENGAL_*` variables made masked whatever they are called. */
export function maskVariables(
  changes: readonly ConfigKeyChange[],
  fromVariables: ReadonlySet<string>,
): ConfigKeyChange[] {
  return changes.map((change) =>
    change.value !== null && fromVariables.has(change.key) ? { ...change, value: '***' } : change,
  );
}
