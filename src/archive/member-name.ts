/** Longest path of a member in UTF-16 units: Linux refuses paths of 4096 bytes, and nothing honest comes near. */
const LONGEST_NAME = 2048;

/** Names that Windows opens as devices, with any extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

// eslint-disable-next-line no-control-regex -- exactly the characters that Windows forbids in a name
const WINDOWS_FORBIDDEN = /[<>:"|?*\u0000-\u001f]/;

/**
 * What makes `name` unfit as the path of an archive member, or `undefined` when it is a plain relative POSIX path.
 * Packing and unpacking ask the same question, so nothing is stored that could never be restored.
 */
export function findNameProblem(name: string, platform: NodeJS.Platform): string | undefined {
  if (name === '') return 'an empty name';
  if (name.length > LONGEST_NAME) return `a name longer than ${String(LONGEST_NAME)} characters`;
  if (name.includes('\0')) return 'a NUL character in a name';
  // U+FFFD is what Node makes of bytes that are not UTF-8: two different files could end under one name.
  if (!name.isWellFormed() || name.includes('\uFFFD')) return 'a name that is not valid Unicode';
  if (name.includes('\\')) return 'a backslash in a name';
  if (name.startsWith('/')) return 'an absolute path';
  if (/^[a-z]:/i.test(name)) return 'a drive letter';
  for (const segment of name.split('/')) {
    const problem = findSegmentProblem(segment, platform);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function findSegmentProblem(segment: string, platform: NodeJS.Platform): string | undefined {
  if (segment === '') return 'an empty path segment';
  if (segment === '.' || segment === '..') return `a "${segment}" path segment`;
  if (platform !== 'win32') return undefined;
  if (WINDOWS_DEVICE.test(segment)) return 'a name reserved by Windows';
  if (WINDOWS_FORBIDDEN.test(segment)) return 'a character that Windows forbids in names';
  if (/[. ]$/.test(segment)) return 'a name ending in a dot or space, which Windows drops';
  return undefined;
}
