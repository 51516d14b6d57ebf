import { relative } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Variables } from '../config/environment.ts';
import { toPosix } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { publishedBranch, readTextOf, rootOf } from '../init/read-repository.ts';
import { findPackages, findPython, type RepositoryFacts } from '../init/repository.ts';
import { remainingSteps, WORKFLOW_FILE, workflowText, type DeployTarget } from '../init/made-workflow.ts';
import { loadSiteConfig } from './gather.ts';

/** The workflow that a repository would get, beside what it has. */
export interface PlannedWorkflow {
  /** Root of the repository, absolute. */
  readonly root: string;
  /** Below the root. */
  readonly file: string;
  readonly text: string;
  readonly state: 'absent' | 'same' | 'other';
  /** From what is there to what would be, in unified form; empty: nothing would change. */
  readonly patch: string;
  /** What is left to be done by hand, a sentence each. */
  readonly remaining: readonly string[];
}

export interface PlanWorkflowOptions {
  /** How the site would be built; `inputs.site` is its root, absolute. */
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly deploy: DeployTarget;
  /** Below the root of the repository; the usual name when absent. */
  readonly file?: string | undefined;
  readonly action: string;
}

/** Looks at a repository and writes down the workflow that it needs. Changes nothing. */
export function planWorkflow({
  inputs,
  variables,
  deploy,
  file = WORKFLOW_FILE,
  action,
}: PlanWorkflowOptions): PlannedWorkflow {
  const root = rootOf(inputs.site, variables);
  const config = loadSiteConfig(inputs, variables);
  const site = toPosix(relative(root, inputs.site));
  const read = readTextOf(root);
  const facts: RepositoryFacts = {
    site,
    outputDir: config.outputDir,
    branch: publishedBranch(root, variables),
    packages: findPackages(site, read),
    python: findPython(site, read),
    hasBaseUrl: config.baseUrl !== undefined && config.baseUrl !== '',
  };
  requirePlainNames(facts);
  const text = workflowText({ facts, deploy, action });
  const present = read(file);
  return {
    ...{ root, file, text },
    state: present === undefined ? 'absent' : present === text ? 'same' : 'other',
    patch:
      present === text
        ? ''
        : createTwoFilesPatch(present === undefined ? '/dev/null' : file, file, present ?? '', text),
    remaining: remainingSteps({ facts, deploy }),
  };
}

/** An expression in a name would be evaluated by the workflow, and a line end would end its line. */
function requirePlainNames({ site, outputDir, branch, packages, python }: RepositoryFacts): void {
  const named = 'file' in packages ? packages.file : 'folder' in packages ? packages.folder : '';
  const names = [site, outputDir, branch, named, 'file' in python ? python.file : ''];
  const odd = names.filter((name) => /\p{Cc}|\$\{\{/u.test(name));
  if (odd.length > 0)
    throw new UserError(
      odd.map((name) => `${JSON.stringify(name)} cannot stand in a workflow: rename it, or write the workflow by hand`),
    );
}
