import type { GateReason } from './decision.ts';
import type { GateInput } from './gate-input.ts';

const MOST_SETTLED = 5;

/** Everything that was checked, in sentences. Complete only where no check found anything. */
export function listProof(input: GateInput): GateReason[] {
  return [
    ...sourceProof(input),
    input.config.why,
    versionProof(input),
    `all ${String(input.outputs.present.size)} output files are those that one full build wrote`,
    'nothing that pages show has become untrue since then by the passing of time',
  ].map((detail) => ({ kind: 'proof', detail }));
}

function sourceProof({ changes, settled }: GateInput): string[] {
  const changed = [...changes.added, ...changes.modified, ...changes.deleted];
  if (changed.length === 0) return ['no source differs from the recorded tree'];
  const said = changed
    .slice(0, MOST_SETTLED)
    .map((path) => `${path} differs: ${settled.get(path) ?? 'nobody said why'}`);
  const more = changed.length - said.length;
  return ['no source differs that feeds an output', ...said, ...(more > 0 ? [`so do ${String(more)} more files`] : [])];
}

function versionProof({ versions, packages }: GateInput): string {
  const told = `Bengal ${versions.bengal ?? ''} and Python ${versions.python ?? ''} are the recorded ones`;
  return packages.kind === 'same'
    ? `${told}, and so are the ${String(packages.count)} packages that Bengal is made of`
    : `${told}; they were told by hand, and stand for the packages that Bengal is made of`;
}
