import { isSha256, type Sha256 } from '../core/digest.ts';
import { asArray, asFiniteNumber, asString, entriesOf, field, isObject, type JsonValue } from '../core/json.ts';

/** How the companion's part in a build ended. */
export const JOURNAL_STATUSES = ['began', 'finished', 'stood-aside', 'failed', 'stopped'] as const;
export type JournalStatus = (typeof JOURNAL_STATUSES)[number];

/** What the companion did in one build. Nothing in it is trusted: anybody can leave a file there. */
export interface Journal {
  readonly status: JournalStatus;
  /** Why it did not finish; empty where it did. */
  readonly why: string;
  /** Digest of the plan's bytes. */
  readonly plan: Sha256;
  /** Outputs that were taken from the last build, below the output directory. */
  readonly kept: readonly string[];
  readonly rendered: readonly RenderedPage[];
  /** How many assets were kept, or why all were processed. */
  readonly assets: { readonly kept: number } | { readonly processed: string };
  readonly sample: SampleResult;
  /** CPU seconds by phase. */
  readonly seconds: ReadonlyMap<string, number>;
  /** Digest of the trace that the build wrote; `undefined`: it wrote none. */
  readonly traceDigest: Sha256 | undefined;
  /** Digest of Bengal's cache file as the build left it. */
  readonly stateDigest: Sha256 | undefined;
}

export interface RenderedPage {
  readonly output: string;
  /** One of the companion's words, such as `own` or `read`. */
  readonly why: string;
}

export interface SampleResult {
  /** How many kept pages were rendered again. */
  readonly compared: number;
  /** Those that came out differently, below the output directory. */
  readonly different: readonly string[];
}

const JOURNAL_SCHEMA = 1;

/**
 * A journal, or `undefined` for a value of another shape. Lists are taken whole or not at all: an entry that is left out
 * would be a page that nobody kept, or a difference that nobody found.
 */
export function journalFromJson(value: JsonValue): Journal | undefined {
  const status = JOURNAL_STATUSES.find((known) => known === field(value, 'status'));
  const plan = asSha256(field(value, 'plan'));
  const pages = field(value, 'pages');
  const [kept, rendered] = [listFromJson(field(pages, 'kept'), asString), renderedFromJson(field(pages, 'rendered'))];
  const sample = sampleFromJson(field(value, 'sample'));
  if (field(value, 'schemaVersion') !== JOURNAL_SCHEMA || status === undefined || plan === undefined) return undefined;
  if (kept === undefined || rendered === undefined || sample === undefined) return undefined;
  return {
    status,
    why: asString(field(value, 'why')) ?? '',
    plan,
    kept,
    rendered,
    assets: assetsFromJson(field(value, 'assets')),
    sample,
    seconds: new Map(
      entriesOf(field(value, 'seconds')).flatMap(([phase, seconds]) => {
        const number = asFiniteNumber(seconds);
        return number === undefined ? [] : [[phase, number] as const];
      }),
    ),
    traceDigest: asSha256(field(value, 'traceDigest')),
    stateDigest: asSha256(field(value, 'stateDigest')),
  };
}

function listFromJson<Item>(
  value: JsonValue | undefined,
  itemFromJson: (item: JsonValue) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = asArray(value).flatMap((item) => itemFromJson(item) ?? []);
  return items.length === value.length ? items : undefined;
}

function renderedFromJson(value: JsonValue | undefined): readonly RenderedPage[] | undefined {
  return listFromJson(value, (item) => {
    const output = asString(field(item, 'output'));
    return output === undefined ? undefined : { output, why: asString(field(item, 'why')) ?? '' };
  });
}

function sampleFromJson(value: JsonValue | undefined): SampleResult | undefined {
  const compared = asCount(field(value, 'compared'));
  const different = listFromJson(field(value, 'different'), (item) => asString(field(item, 'output')));
  return compared === undefined || different === undefined ? undefined : { compared, different };
}

function assetsFromJson(value: JsonValue | undefined): Journal['assets'] {
  const kept = asCount(field(value, 'kept'));
  if (kept !== undefined) return { kept };
  return { processed: (isObject(value) ? asString(value['processed']) : undefined) ?? 'the journal does not say' };
}

function asCount(value: JsonValue | undefined): number | undefined {
  const number = asFiniteNumber(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function asSha256(value: JsonValue | undefined): Sha256 | undefined {
  const text = asString(value);
  return text !== undefined && isSha256(text) ? text : undefined;
}

/** What is known of the companion's part in the build that left a state. */
export type BuildAccount =
  /** No plan was made for it. */
  | { readonly kind: 'unplanned' }
  /** There was a plan, and the build did not follow it: a full build without records of what pages read. */
  | { readonly kind: 'unrecorded'; readonly why: string }
  | { readonly kind: 'recorded'; readonly journal: Journal };

export interface AccountEvidence {
  /** Digest of the plan; `undefined`: there is none. */
  readonly plan: Sha256 | undefined;
  readonly journal: Journal | undefined;
  /** Digests of the files that lie there now. */
  readonly trace: Sha256 | undefined;
  readonly state: Sha256 | undefined;
}

/** Whether a journal tells of the build that left what lies there: of this plan, this trace and this state. Pure. */
export function judgeAccount({ plan, journal, trace, state }: AccountEvidence): BuildAccount {
  if (plan === undefined) return { kind: 'unplanned' };
  const unrecorded = (why: string): BuildAccount => ({ kind: 'unrecorded', why });
  if (journal === undefined)
    return unrecorded('the build ran without the companion, or ended before it could note anything');
  if (journal.plan !== plan) return unrecorded('the journal tells of another plan');
  if (journal.status === 'began') return unrecorded('the build did not end');
  if (journal.status !== 'finished')
    return unrecorded(journal.why === '' ? `the companion ${journal.status}` : journal.why);
  if (journal.stateDigest === undefined || journal.stateDigest !== state)
    return unrecorded('another build has run since');
  if (journal.traceDigest === undefined) return unrecorded('the build wrote no records of what its pages read');
  if (journal.traceDigest !== trace)
    return unrecorded('the records of what pages read are not those that the build wrote');
  return { kind: 'recorded', journal };
}
