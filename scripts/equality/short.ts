/** What CI runs of the suite: a few edits of each kind on small sites. */
export const SHORT: Readonly<Record<string, readonly string[]>> = {
  lighthouse: ['title', 'template-base', 'index-deleted', 'style-new'],
  orchard: ['title-nested'],
  ferry: ['title-en', 'noop'],
  letters: ['include-appears'],
  samples: ['list-that-is-drawn-from'],
};
