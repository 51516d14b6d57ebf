import { writeFileSync } from '../disk/node.ts';
import { look } from '../disk/look.ts';
import { neededText } from '../disk/read.ts';
import { telling } from '../telling/telling.ts';
import type { Host } from '../host/port.ts';
import type { Delta } from '../delta/delta.ts';
import { deltaSection, withDeltaSection, type DeltaSectionOptions } from '../render/delta-section.ts';

export interface DeltaPageOptions extends DeltaSectionOptions {
  readonly host: Host;
  /** Page of the report, absolute; `undefined`: the workflow wants none. */
  readonly path: string | undefined;
}

/** Writes into the page of the report, which was written before the build, what readers will see change. */
export async function tellDeltaOnPage(delta: Delta, { host, path, ...options }: DeltaPageOptions): Promise<void> {
  if (path === undefined) return;
  await telling(host, 'The page of the report could not be written', () => {
    const isThere = look(path).kind === 'present';
    const page = isThere ? withDeltaSection(neededText(path), deltaSection(delta, options)) : undefined;
    if (page === undefined)
      host.info('What readers will see is not on the page of the report: it does not lie where it was written');
    else writeFileSync(path, page);
  });
}
