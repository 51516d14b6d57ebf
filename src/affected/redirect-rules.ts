import { asStrings, type JsonValue } from '../core/json.ts';
import type { Context } from './context.ts';

export interface Redirected {
  /** The page, as a site path. */
  readonly path: string;
  /** Its key `aliases`, as recorded and as it is now. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/**
 * Addresses that a page is also found at: Bengal writes a page to each, which leads on. Only a full build does, and it
 * leaves the place to a page that is there by itself.
 */
export function judgeRedirects({ path, before, after }: Redirected, context: Context): void {
  const [were, are] = [outputsOfAliases(before), outputsOfAliases(after)];
  for (const output of are)
    if (!were.includes(output)) context.found.output(output, path, { kind: 'redirect', via: path });
  for (const output of were) {
    if (are.includes(output) || context.pageOf.has(output)) continue;
    if (isClaimed(output, path, context)) context.found.output(output, null, { kind: 'redirect', via: path });
    else if (context.outputs.present.has(output)) context.found.remove(output);
  }
}

/** As Bengal makes a file of an address: whatever it is, it becomes a folder. */
function outputsOfAliases(aliases: JsonValue | undefined): string[] {
  return asStrings(aliases)
    .map((alias) => alias.replace(/^\/+|\/+$/g, ''))
    .filter((address) => address !== '' && !address.split('/').includes('..'))
    .map((address) => `${address}/index.html`);
}

/** Whether another page has the address too, and gets it now. */
function isClaimed(output: string, path: string, { state, texts, changes }: Context): boolean {
  const recorded = [...state.pages.values()].filter(({ key }) => !changes.deleted.includes(key) && !texts.has(key));
  const claims = [
    ...recorded.map(({ key, metadata }) => [key, metadata?.['aliases']] as const),
    ...[...texts].map(([key, { frontMatter }]) => [key, frontMatter['aliases']] as const),
  ];
  return claims.some(([key, aliases]) => key !== path && outputsOfAliases(aliases).includes(output));
}
