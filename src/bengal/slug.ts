/** What Python's `str.strip` takes away. It differs from `trim`, which takes U+FEFF and leaves U+001C-1F and U+0085. */
const PYTHON_SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const OUTER_SPACE = new RegExp(`^${PYTHON_SPACE}|${PYTHON_SPACE}$`, 'g');

/** Bengal's tag slug: trimmed, lower case, each space a hyphen, nothing else; `undefined` for a blank tag, which vanishes. */
export function tagSlug(tag: string): string | undefined {
  const trimmed = tag.replace(OUTER_SPACE, '');
  return trimmed === '' ? undefined : trimmed.toLowerCase().replaceAll(' ', '-');
}
