import { differingFiles, isPage, type Outputs } from './outputs.ts';

/** What a build left, against what a full build of the same tree leaves. */
export interface Comparison {
  /** Pages that a full build changes, adds or removes. */
  readonly changed: readonly string[];
  /** Pages that show what is gone, or lack what is new. */
  readonly stale: readonly StalePage[];
  /** Pages that show nothing old and lack nothing new, in another form than a full build writes. */
  readonly otherForm: readonly FormDifference[];
  /** Files that are no pages and differ. */
  readonly otherFiles: readonly string[];
}

export interface StalePage {
  readonly page: string;
  readonly why:
    'untouched' | 'missing' | 'still there' | 'showing old content' | 'lacking new content' | 'in the old order';
  /** A piece of HTML that stands there, or does not. */
  readonly example: string;
}

export interface FormDifference {
  readonly page: string;
  readonly kind: 'other order' | 'entries on another page of the list' | 'shorter text' | 'other text';
  /** A piece of this build, and of a full build. */
  readonly here: string;
  readonly full: string;
}

export interface Builds {
  /** Before the edit. */
  readonly before: Outputs;
  /** A full build of the edited tree. */
  readonly full: Outputs;
  /** The build that is judged. */
  readonly built: Outputs;
}

export function compareBuilds(builds: Builds): Comparison {
  const { before, full, built } = builds;
  const differing = differingFiles(full, built);
  const verdicts = differing.filter(isPage).map((page) => judgePage(page, builds));
  return {
    changed: differingFiles(before, full).filter(isPage),
    stale: verdicts.filter((verdict) => 'why' in verdict),
    otherForm: verdicts.filter((verdict) => 'kind' in verdict),
    otherFiles: differing.filter((file) => !isPage(file)),
  };
}

/**
 * Judges a page that is not what a full build writes. The pieces of HTML between tags are the units of content: whoever
 * was built anew shows every new one and no old one. Entries that stand in no certain order may stand on any page of
 * a list that has several, so these are read as one.
 */
function judgePage(page: string, { before, full, built }: Builds): StalePage | FormDifference {
  if (!full.has(page)) return { page, why: 'still there', example: '' };
  if (!built.has(page)) return { page, why: 'missing', example: '' };
  const [was, wanted, got] = [before, full, built].map((outputs) => listOf(page, outputs)) as [Unit[], Unit[], Unit[]];
  const [onlyHere, onlyFull] = [without(got, wanted), without(wanted, got)];
  const inPages = onlyHere.length + onlyFull.length === 0 && isPaged(page, full);
  if (before.get(page) === built.get(page) && !inPages) return { page, why: 'untouched', example: onlyFull[0] ?? '' };
  const gone = new Set(without(was, wanted));
  const old = onlyHere.find((unit) => gone.has(unit));
  if (old !== undefined) return { page, why: 'showing old content', example: old };
  const fresh = new Set(without(wanted, was));
  const lacking = onlyFull.find((unit) => fresh.has(unit) && !onlyHere.some((each) => isShorter(each, unit)));
  if (lacking !== undefined) return { page, why: 'lacking new content', example: lacking };
  const moved = movedUnit(was, wanted, got);
  if (moved !== undefined) return { page, why: 'in the old order', example: moved };
  const [here = '', inFull = ''] = [onlyHere[0], onlyFull[0]];
  const kind = inPages
    ? 'entries on another page of the list'
    : here + inFull === ''
      ? 'other order'
      : isShorter(here, inFull)
        ? 'shorter text'
        : 'other text';
  return { page, kind, here, full: inFull };
}

/** Markup with the text that follows it, up to the next markup. */
type Unit = string;

function unitsOf(html: string): Unit[] {
  return html
    .split(/(?<=>)(?=\s*<)|\n/)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');
}

const PAGE_OF_LIST = /page\/\d+\/index\.html$/;

/** The page, or all pages of the list that it is one of. */
function listOf(page: string, outputs: Outputs): Unit[] {
  const first = page.replace(PAGE_OF_LIST, 'index.html');
  const folder = first.slice(0, -'index.html'.length);
  const further = [...outputs.keys()].filter(
    (each) => each.startsWith(folder) && each.slice(folder.length).replace(PAGE_OF_LIST, '') === '',
  );
  return [first, ...further].flatMap((each) => unitsOf(outputs.get(each) ?? ''));
}

function isPaged(page: string, outputs: Outputs): boolean {
  return outputs.has(`${page.replace(PAGE_OF_LIST, 'index.html').slice(0, -'index.html'.length)}page/2/index.html`);
}

/** What a list holds beyond another, each as often as it is missing there. */
function without(units: readonly Unit[], others: readonly Unit[]): Unit[] {
  const counts = new Map<Unit, number>();
  for (const unit of others) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return units.filter((unit) => {
    const left = counts.get(unit) ?? 0;
    counts.set(unit, left - 1);
    return left <= 0;
  });
}

/** A unit that a full build moves and this one leaves where it was, if what all three have in common tells. */
function movedUnit(was: readonly Unit[], wanted: readonly Unit[], got: readonly Unit[]): Unit | undefined {
  const once = [was, wanted, got].map(
    (units) => new Set(units.filter((unit) => units.indexOf(unit) === units.lastIndexOf(unit))),
  );
  const [before = [], full = [], here = []] = [was, wanted, got].map((units) =>
    units.filter((unit) => once.every((set) => set.has(unit))),
  );
  const isOld = here.every((unit, at) => before[at] === unit);
  return isOld ? full.find((unit, at) => before[at] !== unit) : undefined;
}

/** Whether a piece is another one cut short: it starts with the same words, and has no others. */
function isShorter(piece: Unit, longer: Unit): boolean {
  const [words, all] = [wordsOf(piece), wordsOf(longer)];
  return words.length > 0 && words[0] === all[0] && words.every((word) => all.includes(word));
}

function wordsOf(unit: Unit): string[] {
  return Array.from(unit.replace(/<[^>]*>/g, ' ').matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word);
}
