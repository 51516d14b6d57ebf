import { UserError } from '../core/user-error.ts';
import type { StageNode } from '../graph/stages.ts';
import type { StageContext } from '../stages/check.ts';
import { stageGraphNode, stageReport, type StageReport } from '../stages/node.ts';
import { parseStagesFile } from '../stages/stages-file.ts';
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
