/** What stands between two pieces of text. */
export interface Markup {
  readonly index: number;
  readonly text: string;
  /** A comment, a single tag, or an element without text for people, as a whole. */
  readonly kind: 'comment' | 'tag' | 'element';
}

const SILENT = ['script', 'style', 'template'] as const;
type Silent = (typeof SILENT)[number];

/** Ends of elements; browsers allow blanks there. */
const CLOSED: Readonly<Record<Silent, RegExp>> = {
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
  template: /<\/template\s*>/gi,
};

/**
 * Comments, elements without text for people, and single tags, in order. What is begun and not ended counts as the tag
 * that it begins with. Linear in the length of the text, whatever is in it: an end that is not there is looked for once.
 */
export function* markupIn(html: string): Generator<Markup> {
  const absent = new Set<string>();
  /** Behind the end of what is looked for, from a place on. */
  const endOf = (what: string, find: () => number | undefined): number | undefined => {
    const end = absent.has(what) ? undefined : find();
    if (end === undefined) absent.add(what);
    return end;
  };
  for (let index = html.indexOf('<'); index !== -1;) {
    const tag = after(html, '>', index + 1);
    // Whatever ends, ends with this.
    if (tag === undefined) return;
    const comment = html.startsWith('<!--', index)
      ? endOf('comment', () => after(html, '-->', index + '<!--'.length))
      : undefined;
    const name = comment === undefined ? silentAt(html, index + 1) : undefined;
    const element =
      name === undefined ? undefined : endOf(name, () => afterMatch(html, CLOSED[name], index + 1 + name.length));
    const end = comment ?? element ?? tag;
    const kind = comment !== undefined ? 'comment' : element !== undefined ? 'element' : 'tag';
    yield { index, text: html.slice(index, end), kind };
    index = html.indexOf('<', end);
  }
}

function silentAt(html: string, at: number): Silent | undefined {
  const head = html.slice(at, at + 'template'.length + 1).toLowerCase();
  return SILENT.find((name) => head.startsWith(name) && !/\w/.test(head.charAt(name.length)));
}

function after(html: string, end: string, from: number): number | undefined {
  const at = html.indexOf(end, from);
  return at === -1 ? undefined : at + end.length;
}

function afterMatch(html: string, end: RegExp, from: number): number | undefined {
  end.lastIndex = from;
  return end.test(html) ? end.lastIndex : undefined;
}
