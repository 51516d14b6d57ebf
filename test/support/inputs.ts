import type { Inputs, SiteInputs } from '../../src/inputs/inputs.ts';

/** Inputs of a site as a job usually gives them, with what a test is about given. */
export function siteInputs(overrides: Partial<SiteInputs> & Pick<SiteInputs, 'site'>): SiteInputs {
  return {
    outputDir: undefined,
    environment: 'production',
    profile: undefined,
    configFile: undefined,
    buildFlags: [],
    configHash: undefined,
    bengalVersion: '0.5.1',
    pythonVersion: '3.14',
    gate: 'auto',
    fullEvery: { builds: 50, time: 7 * 86_400_000 },
    verifySample: 8,
    verify: 'sample',
    bytecode: false,
    ...overrides,
  };
}

/** All inputs of the action. */
export function actionInputs(overrides: Partial<Inputs> & Pick<Inputs, 'site'>): Inputs {
  return {
    ...siteInputs(overrides),
    keyPrefix: 'bengal-cache',
    key: undefined,
    restoreKeys: [],
    extraPaths: [],
    lookupOnly: false,
    failOnCacheMiss: false,
    readOnly: false,
    save: true,
    saveAlways: false,
    maxAge: undefined,
    maxSize: undefined,
    restoreTimeout: 60_000,
    saveTimeout: 60_000,
    prepare: true,
    reportPath: undefined,
    htmlPath: undefined,
    graph: true,
    delta: true,
    previewUrl: undefined,
    vanished: 'error',
    comment: 'never',
    token: undefined,
    ...overrides,
  };
}
