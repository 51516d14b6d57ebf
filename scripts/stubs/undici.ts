/**
 * Stands in for `undici` in the bundle. `@actions/http-client` imports `ProxyAgent` for `getAgentDispatcher` alone, which
 * serves callers of the GitHub API through octokit. We have none: cache and runner traffic goes through the client's own
 * `getAgent` (Node's http and a tunnel for proxies) and the storage client. The real package would be a third of the
 * bundle and 20 ms of each start. Should a later release need it after all, it says so here instead of misbehaving.
 */
export function ProxyAgent(): never {
  throw new Error('undici is not part of this bundle: remove its alias from rolldown.config.ts to use ProxyAgent.');
}
