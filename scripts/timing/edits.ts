import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_EDITS } from '../demo-edits.js';
import { append, change, type Edit } from '../gate-suite/edits.ts';
import { writeLargeSite } from '../large-site.ts';

const root = join(import.meta.dirname, '..', '..');

export interface TimedSite {
  readonly name: string;
  /** Writes the sources into a folder, or says where they are. */
  readonly source: (folder: string) => string;
  readonly edits: readonly Edit[];
}

export const TIMED_SITES: readonly TimedSite[] = [
  {
    name: 'lighthouse',
    source: () => join(root, 'examples', 'lighthouse', 'site'),
    edits: ['none', 'body', 'title', 'new-page', 'template'].map((name) => ({
      name,
      what: DEMO_EDITS[name]?.what ?? '',
      apply: (site) => DEMO_EDITS[name]?.apply(site),
    })),
  },
  {
    name: 'harbour',
    source(folder: string): string {
      writeLargeSite(folder);
      return folder;
    },
    edits: [
      { name: 'none', what: 'nothing at all: only a fresh checkout', apply: () => undefined },
      {
        name: 'body',
        what: 'a sentence at the end of a guide page',
        apply: append('content/guide/charts/step-07.md', '\nMind the date of the chart.\n'),
      },
      {
        name: 'title',
        what: 'the title of a guide page',
        apply: change('content/guide/charts/step-07.md', 'title: "Charts, step 7"', 'title: "Old charts"'),
      },
      {
        name: 'new-page',
        what: 'a new page of the reference',
        apply: (site) =>
          writeFileSync(
            join(site, 'content/reference/radio/call-signs.md'),
            '---\ntitle: Call signs\ntemplate: reference.html\ntags: [radio]\n---\n\nAnswer on the channel that you were called on.\n',
          ),
      },
      {
        name: 'template',
        what: 'a template that 150 pages include',
        apply: change('templates/partials/instruments.html', 'Compasses', 'Compasses on board'),
      },
    ],
  },
];
