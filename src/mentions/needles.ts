import { hashRun, hashWord, wordsOf } from './words.ts';

/** In what way a page shows another one. Flags, so that a pair of pages costs one number. */
export const SHOWS = {
  /** Links to it. */
  link: 1,
  title: 2,
  description: 4,
  /** The beginning of its text, as an excerpt does. */
  lead: 8,
  /** Later parts of its text. */
  text: 16,
  date: 32,
  /** More of the beginning than most excerpts do. */
  longLead: 64,
  /** A number beside a link that can be its reading time in minutes. */
  minutes: 128,
  /** A number beside a link that can be its number of words. */
  words: 256,
  /** Of a list: the number of its entries, beside a link. */
  count: 512,
  /** Links to it in more than one place. */
  again: 1024,
  /** Links to it as the previous or the next page. */
  beside: 2048,
} as const;

/** What of a page can turn up on others. */
export interface PageWords {
  /** HTML file below the output directory. */
  readonly output: string;
  readonly title: string;
  readonly description: string;
  /** ISO 8601 date, or anything that begins like one. */
  readonly date: string;
  /** Source text without front matter. */
  readonly body: string;
}

/** A run of words that gives a page away, with what it would show. */
export interface Needle {
  readonly hash: number;
  readonly length: number;
  readonly shows: number;
}

/** The first words of a text, which the shortest excerpts show. Never stored, like `ENDS`. */
export const STARTS = 4096;
/** The last words of a text that is short enough for an excerpt to show all of it. */
export const ENDS = 8192;

const RUN = 5;
/** Shorter runs stand on many pages by chance. */
const SHORTEST = 3;
/** So many runs count as the beginning: each of them can be broken by markup. */
const STARTING_RUNS = 3;
/** Most excerpts are shorter than this many words of the source. */
export const LEAD_WORDS = 60;
/** Longer ones are shorter than this. */
export const LONG_LEAD_WORDS = 160;
/** Later text is sampled: whoever shows all of it shows some of these. */
const SAMPLE_EVERY = 50;
const MOST_SAMPLES = 40;

/** The runs to look for. Words of markup stand between those of the text, so several runs stand for one excerpt. */
export function needlesOf(page: PageWords): Needle[] {
  // A first heading is the title, which most excerpts leave out.
  const body = hashes(page.body.replace(/^\s*#\s.*/, ''));
  const offsets = [...steps(0, Math.min(LEAD_WORDS, body.length), RUN)];
  const further = [...steps(LEAD_WORDS, Math.min(LONG_LEAD_WORDS, body.length - RUN), RUN)];
  const samples = [...steps(LONG_LEAD_WORDS, body.length - RUN, SAMPLE_EVERY)].slice(0, MOST_SAMPLES);
  return [
    ...run(hashes(page.title), 2, SHOWS.title),
    ...described(hashes(page.description).slice(0, RUN)),
    ...dateRuns(page.date),
    ...offsets.flatMap((offset, index) =>
      text(body.slice(offset, offset + RUN), SHOWS.lead | (index < STARTING_RUNS ? STARTS : 0)),
    ),
    ...further.flatMap((offset) => text(body.slice(offset, offset + RUN), SHOWS.longLead)),
    ...samples.flatMap((offset) => text(body.slice(offset, offset + RUN), SHOWS.text)),
    // Whoever shows the end of a text shows what is added to it.
    ...text(body.slice(-RUN), endOf(body.length)),
    ...text(body.slice(-2 * RUN, -RUN), endOf(body.length)),
  ];
}

function endOf(words: number): number {
  // Some more than the lead, since markup can break all runs in between.
  if (words <= LEAD_WORDS * 1.5) return SHOWS.lead | SHOWS.longLead | SHOWS.text | ENDS;
  return words <= LONG_LEAD_WORDS ? SHOWS.longLead | SHOWS.text | ENDS : SHOWS.text;
}

function text(words: readonly number[], shows: number): Needle[] {
  return words.length < SHORTEST ? [] : run(words, RUN, shows);
}

/** A description is shown whole more often than other text, so fewer words will do. */
function described(words: readonly number[]): Needle[] {
  return words.length < SHORTEST - 1 ? [] : run(words, RUN, SHOWS.description);
}

function hashes(text: string): number[] {
  return wordsOf(text).map(hashWord);
}

function run(words: readonly number[], most: number, shows: number): Needle[] {
  const length = Math.min(words.length, most);
  return length === 0 ? [] : [{ hash: hashRun(words, 0, length), length, shows }];
}

function* steps(from: number, to: number, by: number): Generator<number> {
  for (let at = from; at < to; at += by) yield at;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Hashes of month names, long and short. */
export const MONTH_HASHES: ReadonlySet<number> = new Set(
  MONTHS.flatMap((name) => [hashWord(name), hashWord(name.slice(0, 3))]),
);

/** The common ways to write a date. */
function dateRuns(date: string): Needle[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return [];
  const days = [day, String(Number(day))];
  const months = [name, name.slice(0, 3), month, String(Number(month))];
  const spellings = days.flatMap((d) =>
    months.flatMap((m) => [
      [year, m, d],
      [d, m, year],
      [m, d, year],
    ]),
  );
  return spellings.flatMap((words) => run(words.map(hashWord), 3, SHOWS.date));
}
