import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** A page as its reader meets it, read with a real parser. Noise has been taken out before. */
export interface PageView {
  /** What the tab and a search result show. */
  readonly title: string;
  /** The first heading of the first rank. */
  readonly heading: string;
  /** The texts of the page itself, block by block, blanks put together; the heading is not among them. */
  readonly blocks: readonly string[];
  /** The same for blocks that are nothing but links: lists of other pages. */
  readonly links: readonly string[];
  /** Digests of everything, markup included, in the three parts of a page. */
  readonly parts: Readonly<Record<PagePart, string>>;
  /** Where a page that only leads on leads to. */
  readonly redirect: string | undefined;
  /** It asks search engines to leave it out. */
  readonly noindex: boolean;
}

export type PagePart = 'head' | 'navigation' | 'content';

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

/** Browsers put together what is nested deeper than 512 elements. */
const DEEPEST = 2000;

/**
 * Reads a page once, from top to bottom, in a time that grows with its length; `undefined` for one that is nested deeper
 * than any page, for which the parser would take much longer.
 */
export function readPageView(html: string): PageView | undefined {
  const reading = new Reading();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (reading.depth > DEEPEST) throw TOO_DEEP;
        reading.open(name, attributes);
      },
      ontext: (text) => reading.say(text),
      onclosetag: (name) => reading.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.end(html);
  } catch (thrown) {
    if (thrown === TOO_DEEP) return undefined;
    throw thrown;
  }
  return reading.view();
}

const TOO_DEEP = new Error('nested too deep');

interface Block {
  readonly text: string;
  readonly part: ReadPart;
  readonly isLink: boolean;
}

class Reading {
  readonly #stack: Open[] = [ROOT];
  /** Everything in it, hashed at the end at once: a call for each element would cost as much as the parser. */
  readonly #all: Record<ReadPart, string> = { head: '', navigation: '', content: '', text: '' };
  readonly #blocks: Block[] = [];
  #block = { text: '', isLink: true };
  #marksText = false;
  readonly #gathered: Record<'title' | 'heading', string | undefined> = { title: undefined, heading: undefined };
  #redirect: string | undefined;
  #noindex = false;

  get depth(): number {
    return this.#stack.length;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.#top();
    const opened = openElement(name, attributes, above);
    if (!INLINE.has(name)) this.#endBlock();
    if (opened.part === 'text') this.#marksText = true;
    const gathers = this.#beginsGathering(name, opened) ?? above.gathers;
    this.#stack.push({ ...opened, gathers });
    let told = `\0<${name}`;
    for (const key in attributes) told += `\0${key}=${attributes[key] ?? ''}`;
    this.#all[opened.part] += told;
    if (name === 'meta') this.#readMeta(attributes);
  }

  say(text: string): void {
    const { part, silent, gathers } = this.#top();
    this.#all[part] += text;
    if (gathers !== undefined) this.#gathered[gathers] = `${this.#gathered[gathers] ?? ''}${text}`;
    else if (!silent) {
      this.#block.text += text;
      if (!this.#top().inLink && /\S/.test(text)) this.#block.isLink = false;
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
    if (this.#marksText) this.#all.navigation += `\0\0${this.#all.content}`;
    const digest = (part: ReadPart): string => createHash('sha256').update(this.#all[part]).digest('hex').slice(0, 32);
    const blocks = this.#blocks.filter(({ part }) => part === own);
    return {
      title: oneLine(this.#gathered.title ?? ''),
      heading: oneLine(this.#gathered.heading ?? ''),
      blocks: blocks.filter(({ isLink }) => !isLink).map(({ text }) => text),
      links: blocks.filter(({ isLink }) => isLink).map(({ text }) => text),
      parts: { head: digest('head'), navigation: digest('navigation'), content: digest(own) },
      redirect: this.#redirect,
      noindex: this.#noindex,
    };
  }

  #top(): Open {
    return this.#stack.at(-1) ?? ROOT;
  }

  /** The first title that is no picture's, and the first heading. */
  #beginsGathering(name: string, { part, silent }: Open): 'title' | 'heading' | undefined {
    const wish =
      name === 'title'
        ? 'title'
        : name === 'h1' && !silent && (part === 'content' || part === 'text')
          ? 'heading'
          : undefined;
    if (wish === undefined || this.#gathered[wish] !== undefined) return undefined;
    if (wish === 'title' && this.#stack.some((open) => open.name === 'svg')) return undefined;
    this.#gathered[wish] = '';
    return wish;
  }

  #readMeta({ name = '', content = '', ...attributes }: Readonly<Record<string, string>>): void {
    if (/^refresh$/i.test(attributes['http-equiv'] ?? ''))
      this.#redirect ??= /^[\d.\s]*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1]?.trim();
    if (/^(?:robots|googlebot)$/i.test(name) && /\b(?:noindex|none)\b/i.test(content)) this.#noindex = true;
  }

  /** Called before what begins or ends is known to the stack, so the block belongs to what is open. */
  #endBlock(): void {
    const text = oneLine(this.#block.text);
    const { part } = this.#top();
    if (text !== '') this.#blocks.push({ text, part, isLink: this.#block.isLink });
    this.#block = { text: '', isLink: true };
  }
}

function openElement(name: string, attributes: Readonly<Record<string, string>>, above: Open): Open {
  return {
    name,
    part: partOf(name, attributes, above.part),
    silent: above.silent || SILENT.has(name),
    inLink: above.inLink || name === 'a',
    gathers: undefined,
  };
}

function partOf(name: string, attributes: Readonly<Record<string, string>>, above: ReadPart): ReadPart {
  if (above === 'head') return name === 'body' ? 'content' : above;
  if (above === 'navigation') return above;
  if (name === 'head') return 'head';
  const role = attributes['role'] ?? '';
  if (name === 'nav' || NAVIGATION_ROLES.has(role) || (above === 'content' && AROUND.has(name))) return 'navigation';
  return TEXT_ELEMENTS.has(name) || role === 'main' ? 'text' : above;
}

function oneLine(text: string): string {
  // Looking costs a tenth of rewriting, and most texts are so already.
  if (!/[^\S ]| {2}|^ | $/.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
