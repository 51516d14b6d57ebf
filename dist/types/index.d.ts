/**
 * `bengal-cache`: the report on a site, and where states are kept. The rest has doors of its own: `bengal-cache/build-cache`,
 * `/graph`, `/memo`, `/stages` and `/delta`. Re-exports only, no side effects.
 */
export { analyseSite as analyse, siteConfigHash, type SiteConfigHash, type SiteOptions } from './flow/analyse-site.ts';
export type { Affected, Reason } from './affected/reason.ts';
export type { ChangeSet } from './changes/detect.ts';
export type { Decision } from './gate/decision.ts';
export type { Report } from './report/report.ts';
export { directoryStore } from './store/directory.ts';
export { githubStore } from './store/github.ts';
export type { CacheStore as StatePort } from './store/port.ts';
export { UserError } from './core/user-error.ts';
