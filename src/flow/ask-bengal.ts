import { join } from 'node:path';
import type { Variables } from '../config/environment.ts';
import type { ProbeMemory } from '../config/probe-memory.ts';
import { probeBengal, type ProbeOutcome } from '../config/probe.ts';
import { readSiteConfig } from '../config/site-config.ts';
import type { Progress } from '../host/port.ts';
import type { ProbeReach } from '../store/access.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { describeTrouble } from '../telling/trouble.ts';

export interface Asked<Given extends SiteInputs> {
  /** With the versions filled in that nobody gave by hand. */
  readonly inputs: Given;
  readonly probe: ProbeOutcome;
}

export interface ProbeContext {
  readonly variables: Variables;
  /** Checkout that the site lies in, absolute. */
  readonly workspace: string;
  readonly progress?: Progress | undefined;
  /** What the run may start; anything, where nothing else is said. */
  readonly reach?: ProbeReach | undefined;
}

/** Asks the job's own Bengal, unless nobody wants to know. Trouble is an outcome, never an error. */
export async function lookAtBengal<Given extends SiteInputs>(
  inputs: Given,
  { variables, workspace, progress, reach = 'anywhere' }: ProbeContext,
): Promise<Asked<Given>> {
  if (inputs.probe === false) return { inputs, probe: { kind: 'off' } };
  if (reach === 'nowhere') return { inputs, probe: { kind: 'off', why: NOTHING_RUNS } };
  progress?.("Asking the job's Bengal");
  const probe = await ask({ ...inputs, python: inputs.python, variables, workspace, reach });
  if (probe.kind !== 'answered') return { inputs, probe };
  const { bengal, python } = probe.facts;
  return {
    inputs: {
      ...inputs,
      bengalVersion: inputs.bengalVersion ?? bengal,
      pythonVersion: inputs.pythonVersion ?? python,
    },
    probe,
  };
}

/** The runner's folder for this job; elsewhere each step asks anew, for what lies in a shared folder is anybody's. */
function memoryOf(options: Parameters<typeof readSiteConfig>[0]): ProbeMemory | undefined {
  const temp = options.variables['RUNNER_TEMP'] ?? '';
  const { fingerprint: configuration, unreadable } = readSiteConfig(options);
  return temp === '' || unreadable !== undefined ? undefined : { folder: join(temp, 'bengal-cache'), configuration };
}

async function ask(
  question: Parameters<typeof probeBengal>[0] & Parameters<typeof readSiteConfig>[0],
): Promise<ProbeOutcome> {
  try {
    return await probeBengal({ ...question, memory: memoryOf(question) });
  } catch (thrown) {
    return { kind: 'failed', why: describeTrouble(thrown).sentence };
  }
}

const NOTHING_RUNS = 'where the cache is off, the Bengal of the job is not asked';
