import { posix } from 'node:path';
import { asString, asStrings, field, type JsonObject } from '../core/json.ts';
import { sortedUnique } from '../core/order.ts';
import { isAbsolutePosix, toPosix } from '../core/paths.ts';

/**
 * Folders and files that API documentation is made from, as the configuration names them, relative to the site; `../`
 * leads out of it. A module that only Python can find is looked for beside the site, as Bengal's own key does.
 */
export function findDocumented(config: JsonObject): readonly string[] {
  const enabled = (kind: string): JsonObject | undefined => {
    const section = field(field(config, 'autodoc'), kind);
    return field(section, 'enabled') === true ? (section as JsonObject) : undefined;
  };
  const [python, cli, openapi] = [enabled('python'), enabled('cli'), enabled('openapi')];
  const folders = python === undefined ? [] : (python['source_dirs'] ?? ['.']);
  const module = asString(cli?.['app_module'])?.split(/[.:]/, 1)[0] ?? '';
  const paths = [
    ...asStrings(folders),
    ...(/^\w+$/.test(module) ? [`../${module}`] : []),
    ...(openapi === undefined ? [] : [asString(openapi['spec_file']) ?? 'api/openapi.yaml']),
  ].map(toPosix);
  return sortedUnique(
    paths
      .filter((path) => path !== '' && !path.includes('\0') && !isAbsolutePosix(path))
      .map((path) => posix.normalize(path).replace(/\/$/, '')),
  );
}
