import type { Variables } from './github-process.ts';

/** Whether the runner has told this process where a cache service is. Both versions of the protocol need an address. */
export function hasServiceAddress(environment: Variables): boolean {
  return [environment['ACTIONS_RESULTS_URL'], environment['ACTIONS_CACHE_URL']].some((address) => Boolean(address));
}

/** Why there is no cache service, as far as the variables of the runner tell. */
export function describeMissingService(environment: Variables): string {
  const nothing = 'there is no cache service here';
  if (environment['ACT'] === 'true') return `${nothing}: act runs with --no-cache-server, or cannot start it`;
  if (environment['GITHUB_ACTIONS'] !== 'true') return `${nothing}: this is not a job of GitHub Actions`;
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  if (!isGithubCloud(server)) return `${nothing}: ${server} gives its jobs no address of one (ACTIONS_CACHE_URL)`;
  if (environment['ACTIONS_RUNTIME_TOKEN']) return `${nothing}: the runner gave no address of one`;
  return `${nothing}: the runner gives its address to actions only, not to "run" steps`;
}

/** Hosts that the client takes for GitHub's own; all others get the older protocol. */
function isGithubCloud(server: string): boolean {
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : '';
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}
