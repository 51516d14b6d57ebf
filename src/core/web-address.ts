/** Each part as one part of a path; no character is left that could end a link, an attribute or a line. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*~]/g, percent))
    .join('/');
}

function percent(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

/** Without its last slash, credentials, query and fragment; `undefined` for anything but a plain web address. */
export function webAddress(text: string | undefined): string | undefined {
  const url = URL.parse(text ?? '');
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
