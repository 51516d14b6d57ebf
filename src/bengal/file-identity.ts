import { lookExactly } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';

/** What tells one content of a file from another without reading it, given that files are only replaced by a rename. */
export type FileIdentity = string | undefined;

/** `undefined` for a file that is not there. */
export function fileIdentity(path: string): FileIdentity {
  const stat = ifPresent(lookExactly(path));
  return stat === undefined ? undefined : `${String(stat.ino)} ${String(stat.mtimeNs)} ${String(stat.size)}`;
}
