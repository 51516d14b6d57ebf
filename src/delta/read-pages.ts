import { Parser } from 'htmlparser2';
import { Reading } from './page-reading.ts';
import type { PagePair, PageView } from './page-view.ts';

/** Browsers put together what is nested deeper than 512 elements. */
const DEEPEST = 2000;

/**
 * Reads a page once, from top to bottom, in a time that grows with its length; `undefined` for one that is nested deeper
 * than any page, for which the parser would take much longer.
 */
export function readPageView(html: string): PageView | undefined {
  const reading = new Reading({ tells: true });
  return walk(html, reading) === 'too deep' ? undefined : reading.view();
}

/**
 * The views of two versions of a page without what both share: what comes before the first tag that differs is read once,
 * and what comes after the last one not at all. Digests are of the rest, and blocks at the end that are the same are
 * missing on both sides. `comparePages` answers as for the whole views; titles and what programs are told are whole too.
 */
export function readPagePair(before: string, after: string): PagePair | undefined {
  return readDifference(before, after) ?? readBoth(before, after);
}

function readBoth(before: string, after: string): PagePair | undefined {
  const [was, is] = [readPageView(before), readPageView(after)];
  return was === undefined || is === undefined ? undefined : { before: was, after: is };
}

function readDifference(before: string, after: string): PagePair | undefined {
  const start = sharedStart(before, after);
  const sharedEnd = after.length - sharedEndLength(before, after, start);
  const from = lastTagBefore(after, start);
  if (from === -1) return undefined;
  const is = new Reading({ tells: false });
  let was: Reading | undefined;
  let end = -1;
  let decidedAfter = sharedEnd - 1;
  const between = (at: number): Step => {
    if (at === from) was = is.fork();
    if (was === undefined || at <= decidedAfter || !is.isBetweenBlocks()) return 'go on';
    decidedAfter = is.nextDecision(after, at);
    if (decidedAfter !== -1) return 'go on';
    end = at;
    return 'stop';
  };
  const ended = walk(after, is, { between });
  if (was === undefined || ended === 'too deep') return undefined;
  const then: Reading = was;
  const endBefore = end === -1 ? -1 : end + before.length - after.length;
  const stop = (at: number): Step => (at === endBefore && then.isLike(is) ? 'stop' : 'go on');
  // What is read to its end on one side alone, or says in another way what its own text is, shares less than it seems.
  if (walk(before, then, { between: stop, from }) !== ended || !then.isMarkedLike(is)) return undefined;
  return { before: then.view(), after: is.view() };
}

/** UTF-16 units that two texts begin with. */
function sharedStart(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at + STRIDE <= most && left.slice(at, at + STRIDE) === right.slice(at, at + STRIDE)) at += STRIDE;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return at;
}

/** UTF-16 units that two texts end with, behind what they begin with. */
function sharedEndLength(left: string, right: string, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  const [one, other] = [left.length, right.length];
  let long = 0;
  while (
    long + STRIDE <= most &&
    left.slice(one - long - STRIDE, one - long) === right.slice(other - long - STRIDE, other - long)
  )
    long += STRIDE;
  while (long < most && left.charCodeAt(one - long - 1) === right.charCodeAt(other - long - 1)) long++;
  return long;
}

/** Texts are compared in pieces of this length first, which costs a tenth of going through them by units. */
const STRIDE = 1024;

/** Where the last tag begins of which at least the first sign is shared; -1: there is none. */
function lastTagBefore(html: string, start: number): number {
  let at = start === 0 ? -1 : html.lastIndexOf('<', start - 1);
  while (at > 0 && !/[a-z/]/i.test(html.charAt(at + 1))) at = html.lastIndexOf('<', at - 1);
  return at;
}

type Step = 'go on' | 'stop';

interface Watch {
  /** Asked before anything is told of the tag that begins at `at`. */
  readonly between?: (at: number) => Step;
  /** Where to begin, with the elements open that are open in the reading. */
  readonly from?: number;
}

/** Reads a page, or the rest of it. */
function walk(html: string, reading: Reading, { between, from = 0 }: Watch = {}): 'read' | 'stopped' | 'too deep' {
  const opening = reading.openTags();
  let phase: 'opening' | 'reading' | 'ending' = 'opening';
  let last = -1;
  const step = (): void => {
    // A tag that ends others is told in several steps, all from the same place.
    if (parser.startIndex === last) return;
    last = parser.startIndex;
    if (between?.(last - opening.length + from) === 'stop') throw SEEN_ENOUGH;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (phase === 'opening') return;
        if (reading.depth > DEEPEST) throw TOO_DEEP;
        step();
        reading.open(name, attributes);
      },
      ontext(text) {
        if (phase === 'reading') reading.say(text);
      },
      onclosetag(name) {
        step();
        reading.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.write(opening);
    phase = 'reading';
    parser.write(html.slice(from));
    // Of a tag that the page breaks off in, the parser makes text of another place.
    phase = 'ending';
    parser.end();
    return 'read';
  } catch (thrown) {
    if (thrown === TOO_DEEP) return 'too deep';
    if (thrown === SEEN_ENOUGH) return 'stopped';
    throw thrown;
  }
}

const TOO_DEEP = new Error('nested too deep');
const SEEN_ENOUGH = new Error('seen enough');
