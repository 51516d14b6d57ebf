import { parse } from 'yaml';
import { canonicalJson } from '../core/canonical-json.ts';

/** What YAML says to PyYAML (1.1: `yes` is true, `010` is eight). Throws for what is no YAML. */
export function parseYaml(text: string): unknown {
  return parse(text, { version: '1.1', logLevel: 'error' });
}

/**
 * Text that is equal for equal YAML: comments, key order, quoting and layout do not count. JavaScript takes 1 and 1.0,
 * `y` and `yes`, a date and a time for the same, and Python does not; so the words of the scalars count besides what
 * they mean. Throws for what is no YAML.
 */
export function canonicalYaml(text: string): string {
  return canonicalJson([parseYaml(text), parse(text, { schema: 'failsafe', logLevel: 'error' })]);
}
