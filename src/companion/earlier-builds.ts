import { asFiniteNumber, asString, field, type JsonValue } from '../core/json.ts';
import type { BuildTimes } from '../manifest/build-conditions.ts';
import type { Lineage, Manifest } from '../manifest/manifest.ts';

/** What the manifest of a build takes over from the one before it. It lies in the plan, since the build voids the latter. */
export interface EarlierBuilds extends BuildTimes {
  readonly lineage: Lineage | undefined;
}

export const NO_EARLIER_BUILDS: EarlierBuilds = { full: undefined, incremental: undefined, lineage: undefined };

export function earlierBuilds(manifest: Manifest): EarlierBuilds {
  const { circumstances, lineage } = manifest;
  return { full: circumstances?.fullBuildSeconds, incremental: circumstances?.incrementalBuildSeconds, lineage };
}

/** Of a value that may be anything, what is known. */
export function earlierBuildsFromJson(value: JsonValue | undefined): EarlierBuilds {
  const number = (name: string): number | undefined => asFiniteNumber(field(value, name));
  const lineage = field(value, 'lineage');
  const [renderedAt, keptBuilds] = [
    asString(field(lineage, 'renderedAt')),
    asFiniteNumber(field(lineage, 'keptBuilds')),
  ];
  return {
    full: number('full'),
    incremental: number('incremental'),
    lineage: renderedAt === undefined || keptBuilds === undefined ? undefined : { renderedAt, keptBuilds },
  };
}
