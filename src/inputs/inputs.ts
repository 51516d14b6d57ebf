import type { SitePath } from '../core/paths.ts';

/** How a site is built, parsed and complete. */
export interface SiteInputs {
  /** Absolute path of the site root. */
  readonly site: string;
  readonly outputDir: SitePath | undefined;
  readonly environment: string | undefined;
  readonly profile: string | undefined;
  /** Relative to the site root. */
  readonly configFile: SitePath | undefined;
  readonly configHash: string | undefined;
  readonly bengalVersion: string | undefined;
  /** `major.minor`. */
  readonly pythonVersion: string | undefined;
  readonly gate: GateSetting;
}

export const GATE_SETTINGS = ['auto', 'strict', 'preview', 'always-full'] as const;
export type GateSetting = (typeof GATE_SETTINGS)[number];

/** All inputs of the action. */
export interface Inputs extends SiteInputs {
  readonly keyPrefix: string;
  readonly save: boolean;
  readonly repair: boolean;
  /** Absolute; `undefined`: the host chooses. */
  readonly reportPath: string | undefined;
}
