import { messageOf } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import type { StageNode } from '../graph/stages.ts';
import type { StageContext } from '../stages/check.ts';
import { stageGraphNode, stageReport, type StageReport } from '../stages/stage-node.ts';
import { readStagesText } from '../stages/read-stages-file.ts';
import { parseStagesFile, STAGES_FILE } from '../stages/stages-file.ts';
import { statusOfStages } from './stage-run.ts';

/** The stages of a site, for its graph and for its report. */
export interface SiteStages {
  readonly nodes: readonly StageNode[];
  readonly reports: readonly StageReport[];
}

/** From the text of a file of stages to how they stand. `file` is its name, for messages; bad input is a `UserError`. */
export async function stagesOfSite(
  { text, file }: { readonly text: string; readonly file: string },
  context: StageContext,
): Promise<SiteStages> {
  const parsed = parseStagesFile(text, file);
  if (!parsed.ok) throw new UserError(parsed.problems);
  const checks = [...(await statusOfStages(parsed.value.stages, context)).values()];
  return { nodes: checks.map(stageGraphNode), reports: checks.map(stageReport) };
}

export type FoundStages =
  | (SiteStages & { readonly kind: 'found' })
  /** The site has no file of stages. */
  | { readonly kind: 'none' }
  /** `why` is a sentence without its full stop. */
  | { readonly kind: 'unusable'; readonly why: string };

/**
 * The stages of a site and how they stand, for those who only tell: whatever is wrong with them is a sentence, for it
 * concerns neither the build nor the other parts of what is told. `file` is relative to `context.root`.
 */
export async function findStages(context: StageContext, file: string = STAGES_FILE): Promise<FoundStages> {
  const read = readStagesText(context.root, file);
  if (read.kind === 'absent') return { kind: 'none' };
  if (read.kind === 'unreadable') return { kind: 'unusable', why: `The stages are left out: ${file}: ${read.why}` };
  try {
    return { kind: 'found', ...(await stagesOfSite({ text: read.text, file }, context)) };
  } catch (thrown) {
    const [first = messageOf(thrown), ...more] = thrown instanceof UserError ? thrown.problems : [];
    const rest =
      more.length === 0 ? '' : ` (${String(more.length)} more ${more.length === 1 ? 'problem' : 'problems'})`;
    return { kind: 'unusable', why: `The stages are left out: ${first}${rest}` };
  }
}

/** As nodes of a graph. */
export function stagesIn(stages: FoundStages): readonly StageNode[] {
  return stages.kind === 'found' ? stages.nodes : [];
}
