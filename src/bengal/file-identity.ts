import { lstatSync } from '../disk/node.ts';

/** What tells one content of a file from another without reading it, given that files are only replaced by a rename. */
export type FileIdentity = string | undefined;

/** `undefined` for a file that is not there. */
export function fileIdentity(path: string): FileIdentity {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? undefined : `${String(stat.ino)} ${String(stat.mtimeNs)} ${String(stat.size)}`;
}
