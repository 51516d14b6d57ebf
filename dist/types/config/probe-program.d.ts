/**
 * What the job's own Python is asked to run. It resolves the configuration as `bengal build` would, and tells its hash
 * and what else a proof needs. Arguments: a mark, site root, environment, profile, configuration file; empty is not set.
 *
 * Bengal prints warnings to stdout, so stdout is turned over to stderr while its code runs, and the answer is the line
 * that begins with the mark. Only the hash itself is indispensable: whatever an older Bengal does not have is left out.
 *
 * - `text`: the configuration as Bengal hashes it, to name settings that changed.
 * - `withFlags`: the other hash, which Bengal records with every page. It is taken after arguments of `bengal build`
 *   have changed the configuration, and private settings count in it. So it is told for each set of such arguments.
 * - `packages`: what can change the output without changing the site: Bengal, what it requires however far, and what
 *   plugs into it, each with the folders that it has in site-packages. One that is installed from a folder can change
 *   without its version; a commit tells it apart.
 * - `places`: where this Python looks for modules. What is installed later changes their times (`probe-memory.ts`).
 */
export declare const PROBE_PROGRAM: string;
