import { join } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { examine } from '../doctor/examine.ts';
import type { ExaminedSite } from '../doctor/examined.ts';
import type { Finding } from '../doctor/findings.ts';
import { readIgnores, readWorkflows } from '../doctor/read-workflows.ts';
import { findSites } from '../init/read-repository.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { loadSiteConfig } from './gather.ts';

export interface DoctorOptions {
  /** Root of the repository, absolute. */
  readonly root: string;
  readonly variables: Variables;
  /** How a site is built where nobody says anything else. */
  readonly inputsOf: (site: string) => SiteInputs;
}

/** Why the cache of a repository does nothing, or less than it could. Changes nothing. */
export function examineRepository({ root, variables, inputsOf }: DoctorOptions): readonly Finding[] {
  const sites = findSites(root).map((folder): ExaminedSite => {
    const config = loadSiteConfig(inputsOf(join(root, folder)), variables);
    const [first = 'bengal.toml'] = config.files;
    return {
      folder,
      outputDir: config.outputDir,
      hasBaseUrl: config.baseUrl !== undefined && config.baseUrl !== '',
      configFile: folder === '' ? first : `${folder}/${first}`,
    };
  });
  return examine({ workflows: readWorkflows(root), sites, ignores: readIgnores(root, variables) });
}
