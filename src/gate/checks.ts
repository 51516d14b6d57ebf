import type { GateReasonKind } from './decision.ts';
import type { GateInput } from './gate-input.ts';

/** One thing that can stand against a build being spared: a sentence where it does. */
export interface Check {
  readonly kind: GateReasonKind;
  readonly find: (input: GateInput) => string | undefined;
}

/** With any of these, nothing of the last build is taken over but unchanged assets. */
export const FULL_BUILD_CHECKS: readonly Check[] = [
  {
    kind: 'not-a-full-build',
    find: ({ recorded }) =>
      recorded?.build === 'partial'
        ? (recorded.failed ?? 'nobody knows that one build wrote the whole output, so it may hold stale pages already')
        : undefined,
  },
  { kind: 'version', find: (input) => input.versionConflict ?? changedVersion(input) },
  { kind: 'packages', find: ({ packages }) => (packages.kind === 'different' ? packages.detail : undefined) },
  { kind: 'flags', find: ({ flags }) => (flags.kind === 'different' ? flags.detail : undefined) },
];

/** What stands between this state and a proof that a build would change nothing. */
export const SKIP_CHECKS: readonly Check[] = [
  {
    kind: 'policy',
    find: ({ asksAudit }) => (asksAudit ? 'every page is to be rendered and compared (verify: full)' : undefined),
  },
  {
    kind: 'config',
    find: ({ config, configDoubt }) =>
      config.status === 'unchanged' ? configDoubt : `the configuration is ${config.status}: ${config.why}`,
  },
  { kind: 'all-affected', find: firstDoubt },
  {
    kind: 'pages-affected',
    find: ({ affected: { all, pages } }) =>
      all || pages.length === 0 ? undefined : `${count(pages.length, 'page')} may change`,
  },
  { kind: 'no-page-affected', find: otherOutputs },
  {
    kind: 'unverifiable',
    find: ({ changes: { unverifiable } }) => example(unverifiable, 'input', 'cannot be checked'),
  },
  {
    kind: 'not-a-full-build',
    find: ({ recorded }) =>
      recorded === undefined
        ? 'the state was not recorded by this tool, so its output may hold stale pages'
        : undefined,
  },
  { kind: 'version', find: unknownVersion },
  { kind: 'packages', find: ({ packages }) => (packages.kind === 'unknown' ? packages.detail : undefined) },
  { kind: 'unrecorded', find: ({ readsByName, unrecorded }) => readsByName ?? unrecorded[0] },
  { kind: 'due', find: ({ due }) => due },
  { kind: 'output-damaged', find: brokenOutputs },
  {
    kind: 'output-damaged',
    find: ({ outputs: { unexpected } }) =>
      unexpected[0] === undefined
        ? undefined
        : `the output holds ${count(unexpected.length, 'file')} that no build recorded, such as ${unexpected[0]}`,
  },
];

function firstDoubt({ affected }: GateInput): string | undefined {
  // The configuration has a row of its own.
  const because = affected.because.filter(({ kind }) => kind !== 'config-changed');
  if (because.length === 0 && (!affected.all || affected.because.length > 0)) return undefined;
  const more = because.length - 1;
  const doubt = because[0]?.detail ?? 'nobody said why';
  return `any page may be affected: ${doubt}${more > 0 ? ` (and ${String(more)} more ${more === 1 ? 'reason' : 'reasons'})` : ''}`;
}

/** A page without its output has a reason of its own. */
function brokenOutputs({ affected, outputs }: GateInput): string | undefined {
  const rendered = new Set(affected.pages.map((page) => page.output));
  const broken = [...outputs.missing, ...outputs.damaged].filter((path) => !rendered.has(path));
  return example(broken, 'recorded output', broken.length === 1 ? 'is missing or damaged' : 'are missing or damaged');
}

const NAMES = { bengal: 'Bengal', python: 'Python' } as const;

function changedVersion({ recorded, versions }: GateInput): string | undefined {
  if (recorded === undefined) return undefined;
  for (const name of ['bengal', 'python'] as const) {
    const [was, is] = [recorded.versions[name], versions[name]];
    if (was !== undefined && is !== undefined && was !== is)
      return `${NAMES[name]} is ${is}, and the state was built with ${was}`;
  }
  return undefined;
}

function unknownVersion({ recorded, versions, versionHint }: GateInput): string | undefined {
  if (recorded === undefined) return undefined;
  const same = (name: keyof typeof NAMES): boolean =>
    versions[name] !== undefined && versions[name] === recorded.versions[name];
  if (same('bengal') && same('python')) return undefined;
  const hint = versionHint === undefined ? '' : `: ${versionHint}`;
  return `it is not known that Bengal and Python are the recorded ones${hint}`;
}

function otherOutputs({ affected, changes, settled }: GateInput): string | undefined {
  if (affected.pages.length > 0) return undefined;
  const open = [...changes.added, ...changes.modified, ...changes.deleted].filter((path) => !settled.has(path));
  const [first] = open;
  return first === undefined
    ? undefined
    : `${count(open.length, 'changed file')} ${open.length === 1 ? 'affects' : 'affect'} no page, such as ${first}, but other outputs may differ`;
}

function example(paths: readonly string[], one: string, what: string): string | undefined {
  return paths[0] === undefined ? undefined : `${count(paths.length, one)} ${what}, such as ${paths[0]}`;
}

function count(number: number, one: string): string {
  return `${String(number)} ${one}${number === 1 ? '' : 's'}`;
}
