import type { JsonValue } from '../core/json.ts';
import { readFileSync, statSync } from '../disk/node.ts';

/** GitHub's own limit is 25 MB. */
const MOST_EVENT_BYTES = 32 * 1024 * 1024;

/** The payload of the event; `null` where there is none, which leaves open what it would have told. */
export function readEvent(variables: Readonly<Record<string, string | undefined>> = process.env): JsonValue {
  const path = variables['GITHUB_EVENT_PATH'] ?? '';
  try {
    if (path === '' || statSync(path).size > MOST_EVENT_BYTES) return null;
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch {
    // What it would have told is unknown then, and the rules know how to take that.
    return null;
  }
}
