import { createHash } from 'node:crypto';
import type { PagePart, PageView } from './page-view.ts';

/** As it is while reading: only the end tells whether a page says where its own text is. */
type ReadPart = PagePart | 'text';

/** Elements that are part of a line; every other one begins a block. */
const INLINE = new Set(
  'a abbr b bdi bdo button cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose text nobody reads. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'title']);
const NAVIGATION_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search']);
/** These belong to the site around the page, unless they stand inside its text. */
const AROUND = new Set(['header', 'footer', 'aside']);
const TEXT_ELEMENTS = new Set(['main', 'article']);

interface Open {
  readonly name: string;
  /** `text`: of what the page marks as its own (`main`, `article`). */
  readonly part: ReadPart;
  readonly silent: boolean;
  readonly inLink: boolean;
  /** Text is gathered for the title or the heading. */
  readonly gathers: 'title' | 'heading' | undefined;
}

const ROOT: Open = { name: '', part: 'content', silent: false, inLink: false, gathers: undefined };

interface Block {
  readonly text: string;
  readonly part: ReadPart;
  readonly isLink: boolean;
}

/** What was read of a page so far. */
export class Reading {
  #stack: Open[] = [ROOT];
  /** Everything in it, hashed at the end at once: a call for each element would cost as much as the parser. */
  readonly #all: Record<ReadPart, string> = { head: '', navigation: '', content: '', text: '' };
  #blocks: Block[] = [];
  #text = '';
  #isLink = true;
  #marksText = false;
  #gathered: Readonly<Record<'title' | 'heading', string | undefined>> = { title: undefined, heading: undefined };
  #redirect: string | undefined;
  #noindex = false;
  #tells: boolean;

  /** @param tells `false`: what stands here is shared with another version, so nobody asks for its digest. */
  constructor({ tells }: { readonly tells: boolean }) {
    this.#tells = tells;
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** From here on two versions part. */
  fork(): Reading {
    const other = new Reading({ tells: true });
    other.#stack = [...this.#stack];
    other.#blocks = [...this.#blocks];
    other.#text = this.#text;
    other.#isLink = this.#isLink;
    other.#marksText = this.#marksText;
    other.#gathered = { ...this.#gathered };
    other.#redirect = this.#redirect;
    other.#noindex = this.#noindex;
    this.#tells = true;
    return other;
  }

  /** The tags by which a parser gets where this is. */
  openTags(): string {
    return this.#stack
      .slice(1)
      .map(({ name }) => `<${name}>`)
      .join('');
  }

  isBetweenBlocks(): boolean {
    return this.#top().gathers === undefined && !/\S/.test(this.#text);
  }

  /** Where the next thing stands from `at` on that can say more of the page than its blocks do; -1: nowhere. */
  nextDecision(html: string, at: number): number {
    const { title, heading } = this.#gathered;
    const tags = [
      'meta',
      ...(title === undefined || heading === undefined ? ['title', 'h1'] : []),
      ...(this.#marksText ? [] : TEXT_ELEMENTS),
    ];
    const decisive = new RegExp(`<(?:${tags.join('|')})${this.#marksText ? '' : '|role'}`, 'gi');
    decisive.lastIndex = at;
    return decisive.exec(html)?.index ?? -1;
  }

  /** Whether the same text makes the same of this and of another one, both between blocks. */
  isLike(other: Reading): boolean {
    const isGathered = (what: 'title' | 'heading'): boolean =>
      (this.#gathered[what] === undefined) === (other.#gathered[what] === undefined);
    return (
      this.isBetweenBlocks() &&
      this.#stack.length === other.#stack.length &&
      this.#stack.every((open, at) => isSameOpen(open, other.#stack[at])) &&
      isGathered('title') &&
      isGathered('heading') &&
      this.isMarkedLike(other)
    );
  }

  isMarkedLike(other: Reading): boolean {
    return this.#marksText === other.#marksText;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.#top();
    if (!INLINE.has(name)) this.#endBlock();
    const part = partOf(name, attributes['role'] ?? '', above.part);
    const silent = above.silent || SILENT.has(name);
    if (part === 'text') this.#marksText = true;
    const gathers = this.#beginsGathering(name, part, silent) ?? above.gathers;
    this.#stack.push({ name, part, silent, inLink: above.inLink || name === 'a', gathers });
    if (this.#tells) this.#tell(name, attributes, part);
    if (name === 'meta') this.#readMeta(attributes);
  }

  say(text: string): void {
    const { part, silent, gathers, inLink } = this.#top();
    if (this.#tells) this.#all[part] += text;
    if (gathers !== undefined)
      this.#gathered = { ...this.#gathered, [gathers]: `${this.#gathered[gathers] ?? ''}${text}` };
    else if (!silent) {
      this.#text += text;
      if (this.#isLink && !inLink && /\S/.test(text)) this.#isLink = false;
    }
  }

  close(name: string): void {
    if (!INLINE.has(name)) this.#endBlock();
    if (this.#stack.length > 1) this.#stack.pop();
  }

  view(): PageView {
    this.#endBlock();
    // Where a page says what its own text is, all else is the site around it.
    const own: ReadPart = this.#marksText ? 'text' : 'content';
    const digest = (part: ReadPart): string => createHash('sha256').update(this.#all[part]).digest('hex').slice(0, 32);
    const blocks = this.#blocks.filter(({ part }) => part === own);
    return {
      title: oneLine(this.#gathered.title ?? ''),
      heading: oneLine(this.#gathered.heading ?? ''),
      blocks: blocks.filter(({ isLink }) => !isLink).map(({ text }) => text),
      links: blocks.filter(({ isLink }) => isLink).map(({ text }) => text),
      parts: {
        head: digest('head'),
        navigation: this.#marksText ? `${digest('navigation')}${digest('content')}` : digest('navigation'),
        content: digest(own),
      },
      redirect: this.#redirect,
      noindex: this.#noindex,
    };
  }

  #tell(name: string, attributes: Readonly<Record<string, string>>, part: ReadPart): void {
    let told = `\0<${name}`;
    for (const key in attributes) told += `\0${key}=${attributes[key] ?? ''}`;
    this.#all[part] += told;
  }

  #top(): Open {
    return this.#stack.at(-1) ?? ROOT;
  }

  /** The first title that is no picture's, and the first heading. */
  #beginsGathering(name: string, part: ReadPart, silent: boolean): 'title' | 'heading' | undefined {
    const wish =
      name === 'title'
        ? 'title'
        : name === 'h1' && !silent && (part === 'content' || part === 'text')
          ? 'heading'
          : undefined;
    if (wish === undefined || this.#gathered[wish] !== undefined) return undefined;
    if (wish === 'title' && this.#stack.some((open) => open.name === 'svg')) return undefined;
    this.#gathered = { ...this.#gathered, [wish]: '' };
    return wish;
  }

  #readMeta({ name = '', content = '', ...attributes }: Readonly<Record<string, string>>): void {
    if (/^refresh$/i.test(attributes['http-equiv'] ?? ''))
      this.#redirect ??= /^[\d.\s]*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1]?.trim();
    if (/^(?:robots|googlebot)$/i.test(name) && /\b(?:noindex|none)\b/i.test(content)) this.#noindex = true;
  }

  /** Called before what begins or ends is known to the stack, so the block belongs to what is open. */
  #endBlock(): void {
    if (this.#text !== '') {
      const text = oneLine(this.#text);
      if (text !== '') this.#blocks.push({ text, part: this.#top().part, isLink: this.#isLink });
      this.#text = '';
    }
    this.#isLink = true;
  }
}

function isSameOpen(left: Open, right: Open | undefined): boolean {
  return (
    left.name === right?.name &&
    left.part === right.part &&
    left.silent === right.silent &&
    left.inLink === right.inLink &&
    left.gathers === right.gathers
  );
}

function partOf(name: string, role: string, above: ReadPart): ReadPart {
  if (above === 'head') return name === 'body' ? 'content' : above;
  if (above === 'navigation') return above;
  if (name === 'head') return 'head';
  if (name === 'nav' || NAVIGATION_ROLES.has(role) || (above === 'content' && AROUND.has(name))) return 'navigation';
  return TEXT_ELEMENTS.has(name) || role === 'main' ? 'text' : above;
}

function oneLine(text: string): string {
  // Looking costs a tenth of rewriting, and most texts are so already.
  if (!/[^\S ]| {2}|^ | $/.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
