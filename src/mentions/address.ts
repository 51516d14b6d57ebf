import { posix } from 'node:path';
import { decodeEntities } from './words.ts';

/** Turns links into paths below the output directory. */
export type LinkResolver = (link: string, page: string) => string | undefined;

/**
 * `bases` are what stands before a page's path in absolute links: `https://example.org/docs`, or nothing. A link to
 * anywhere else resolves to nothing. A folder means its `index.html`; `files` decides between the two readings of `/a`.
 */
export function linkResolver(bases: readonly string[], files: ReadonlySet<string>): LinkResolver {
  const prefixes = [...new Set(bases.flatMap((base) => [base, pathOf(base)]))]
    .filter((base) => base !== '')
    .sort((left, right) => right.length - left.length);
  return (link, page) => {
    const target = decodeLink(link);
    if (target === '') return undefined;
    const prefix = prefixes.find((base) => target === base || target.startsWith(`${base}/`));
    const local = prefix === undefined ? target : target.slice(prefix.length) || '/';
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(local)) return undefined;
    const absolute = local.startsWith('/') ? local : posix.join('/', posix.dirname(page), local);
    return toFile(posix.normalize(absolute).slice(1), files);
  };
}

function toFile(path: string, files: ReadonlySet<string>): string | undefined {
  if (path.startsWith('../')) return undefined;
  if (files.has(path)) return path;
  const folder = path.replace(/\/$/, '');
  const candidates = folder === '' ? ['index.html'] : [`${folder}/index.html`, `${folder}.html`];
  return candidates.find((candidate) => files.has(candidate));
}

/** Without query and fragment, and as the file name is spelled on disk. */
function decodeLink(link: string): string {
  const bare = decodeEntities(link)
    .trim()
    .replace(/[?#][\s\S]*$/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    // A stray percent sign is part of the name.
    return bare;
  }
}

function pathOf(base: string): string {
  return base.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
}
