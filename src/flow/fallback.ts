import type { ProbeOutcome } from '../config/probe.ts';
import { sha256 } from '../core/digest.ts';
import { asFullBuild, withoutCleaning } from '../gate/build-args.ts';
import { resolvePlace } from '../place/resolve.ts';
import { REPORT_SCHEMA, type Report, type ReportCache } from '../report/report.ts';
import type { AccessVerdict } from '../store/access.ts';
import { handedInputs } from '../preparation/handoff.ts';
import type { CacheKeys } from '../transfer/cache-keys.ts';
import type { Prepared, PrepareOptions } from '../preparation/prepared.ts';
import type { Trouble } from '../telling/trouble.ts';
import { TOOL_VERSION } from '../core/tool-version.ts';

/** Where Bengal writes when nobody says otherwise. */
const USUAL_OUTPUT = 'public';

/** How far the step had come before something was thrown. */
export interface Reached {
  access?: AccessVerdict;
  keys?: CacheKeys;
  cache?: ReportCache;
}

/** Stands for the digest of a state that nobody could look at: whatever a build leaves is another one. */
const NEVER_SEEN = sha256('nobody could look at this state');

/** What follows where nobody could look at the cache, the state or the site: one warning, and a full build. */
export function fallbackPrepared({ inputs, raw, probe }: PrepareOptions, reached: Reached, trouble: Trouble): Prepared {
  const { access, keys = { key: '', restoreKeys: [] }, cache = { kind: 'not-asked' } } = reached;
  // Where the output lies is not known for certain, but upon a link Bengal would fail.
  const mayClean = resolvePlace(inputs.site, inputs.outputDir ?? USUAL_OUTPUT).kind === 'plain';
  const report = fallbackReport(trouble, { probe, cache, mayClean });
  const matched = cache.kind === 'exact' || cache.kind === 'prefix' ? cache.matchedKey : undefined;
  return {
    report: access === undefined ? report : { ...report, cachePolicy: { access: access.access, why: access.why } },
    keys,
    variables: new Map(),
    trouble,
    handoff: {
      site: inputs.site,
      key: keys.key,
      matchedKey: undefined,
      rawInputs: handedInputs(raw),
      access: access?.access ?? 'off',
      accessWhy: access?.why ?? 'the step before the build came to no end',
      stateDigest: NEVER_SEEN,
      worth: undefined,
      plan: undefined,
      // If what was restored is the cause, it would be so for ever: what is built now stands in for it.
      spoiltKey: matched === keys.key ? matched : undefined,
      announced: undefined,
    },
  };
}

/** A report of which every part says that it is not known. */
export function fallbackReport(
  { sentence }: Pick<Trouble, 'sentence'>,
  {
    probe,
    cache,
    mayClean = true,
  }: { readonly probe?: ProbeOutcome | undefined; readonly cache: ReportCache; readonly mayClean?: boolean },
): Report {
  const args = asFullBuild(probe?.kind === 'answered' && probe.facts.asksToProceed ? ['--yes'] : []);
  const why = `nobody could look at it: ${sentence}`;
  return {
    schemaVersion: REPORT_SCHEMA,
    tool: TOOL_VERSION,
    state: { status: 'corrupt', why, bengal: null, python: null, builtAt: null, mode: 'unknown', commit: null },
    config: { status: 'unknown', recorded: null, current: null, why, source: 'nobody' },
    changes: { added: [], modified: [], deleted: [], touched: 0, unverifiable: [] },
    affected: {
      all: true,
      because: [{ kind: 'no-state', detail: sentence }],
      ...{ pages: [], tags: [], siteWide: [], toRemove: [] },
    },
    gate: {
      mode: 'full',
      reasons: [{ kind: 'state', detail: `the site and its state could not be looked at: ${sentence}` }],
      buildArgs: mayClean ? args : withoutCleaning(args),
    },
    prepared: false,
    totalPages: 0,
    warnings: [`Everything is built, since looking at the site and its state failed: ${sentence}`],
    cache,
  };
}
