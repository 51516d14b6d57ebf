import { by } from '../core/order.ts';
import type { Examined, ExaminedSite } from './examined.ts';
import type { Finding } from './findings.ts';
import { cachesState, examineHandMade } from './hand-made.ts';
import { examineJob } from './job-rules.ts';
import { isOurs } from './our-steps.ts';
import { below } from './parsed-workflow.ts';

/** Everything that is found, by file and line. Pure. */
export function examine(examined: Examined): readonly Finding[] {
  const { sites, workflows } = examined;
  const found = [
    ...workflows.flatMap((workflow) =>
      workflow.jobs.flatMap((job) => [
        ...job.steps.filter(cachesState).flatMap((step) => examineHandMade(workflow.file, job, { step, sites })),
        ...examineJob(workflow, job),
      ]),
    ),
    ...sites.flatMap((site) => examineSite(site, examined)),
  ];
  return found.sort(by(({ file, line, rule }) => `${file}\0${String(line).padStart(9, '0')}\0${rule}`));
}

function examineSite(
  { folder, outputDir, hasBaseUrl, configFile }: ExaminedSite,
  { workflows, ignores }: Examined,
): Finding[] {
  const uses = workflows.some(({ jobs }) =>
    jobs.some(({ steps }) => steps.some((step) => isOurs(step) || cachesState(step))),
  );
  if (!uses) return [];
  const findings: Finding[] = [];
  if (!hasBaseUrl)
    findings.push({
      rule: 'no-base-url',
      severity: 'warning',
      file: configFile,
      line: 1,
      message:
        'The site does not say where it is published. On GitHub Bengal then makes the branch part of the configuration, and each branch begins without a cache.',
      fix: 'Set baseurl in the section site.',
    });
  const kept = [below(folder, '.bengal'), below(folder, outputDir)].filter((path) => ignores?.(path) === false);
  for (const path of kept)
    findings.push({
      rule: 'not-ignored',
      severity: 'warning',
      file: '.gitignore',
      line: 1,
      message: `${JSON.stringify(path)} is not ignored by git, so it can be committed, and a checkout would lay an old one over what is restored.`,
      fix: `Add ${path}/ to .gitignore.`,
    });
  return findings;
}
