import type { BengalState } from '../bengal/state.ts';
import type { SiteLayout } from '../changes/layout.ts';
import { readsClock, readShownDates } from '../changes/dates-shown.ts';
import type { BuiltTree } from '../changes/built-tree.ts';
import { digestSettings } from '../config/config-keys.ts';
import type { BengalFacts } from '../config/probe-answer.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { isBuildTime, type BuildTimes, type Circumstances } from '../manifest/build-conditions.ts';
import type { BuildKind } from '../manifest/manifest.ts';

export interface CircumstanceOptions {
  readonly site: SiteConfig;
  readonly layout: SiteLayout;
  /** Site root, absolute. */
  readonly root: string;
  readonly state: BengalState;
  readonly built: Pick<BuiltTree, 'sources' | 'outputs'>;
  readonly build: BuildKind;
  /** Whether pages were kept in it. */
  readonly kept: boolean;
  /** What the Bengal that built told. */
  readonly bengal: BengalFacts | undefined;
  /** How long builds before this one took, where somebody knows. */
  readonly earlier: BuildTimes | undefined;
}

/** What a build rests on besides the sources, right after it. */
export function readCircumstances(options: CircumstanceOptions): Circumstances {
  const { site, layout, root, state, built, build, kept, bengal, earlier } = options;
  const took = secondsOfBuild(state);
  const tree = { site: root, layout, sources: [...built.sources.keys()] };
  const external = [...state.files.values()].flatMap(({ ref }) => (ref.where === 'site' ? [] : [ref]));
  return {
    config:
      bengal?.settings === undefined
        ? { source: 'files', digests: digestSettings(site.settings) }
        : { source: 'bengal', digests: digestSettings(bengal.settings) },
    packages: bengal?.packages && new Map([...bengal.packages].map(([name, { version }]) => [name, version])),
    shown: readShownDates({ ...tree, outputs: built.outputs.keys() }),
    readsClock: readsClock({ ...tree, external }),
    fullBuildSeconds: build !== 'partial' && !kept ? took : earlier?.full,
    incrementalBuildSeconds: build !== 'partial' && kept ? took : earlier?.incremental,
  };
}

/** From the beginning of rendering to the writing of the cache, which is nearly all of a build. */
function secondsOfBuild({ lastBuild, lastBuildNs }: BengalState): number | undefined {
  const ended = Date.parse(lastBuild ?? '');
  if (Number.isNaN(ended) || lastBuildNs === undefined) return undefined;
  const seconds = ended / 1000 - Number(lastBuildNs / 1_000_000n) / 1000;
  return isBuildTime(seconds) ? Math.round(seconds * 10) / 10 : undefined;
}
