import type { FailedPage } from '../manifest/failed-pages.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import { failedPagesPart } from './failed-page-words.ts';
import { escapeMarkdown } from './markdown.ts';
import { sizePhrase, workPhrase } from './measures.ts';
import { count } from './words.ts';

/** What became of the wish to save, as data. */
export type SaveReport = SaveOutcome & {
  /** Pages that the build lost or spoilt; absent where nobody looked. */
  readonly failedPages?: readonly FailedPage[];
};

export type SaveOutcome =
  | {
      readonly kind: 'saved';
      readonly key: string;
      readonly build: BuildKind;
      readonly files: number;
      /** Of the files, and of the archive that was stored. */
      readonly bytes: number;
      readonly archiveBytes: number;
      /** Milliseconds to record the build, and to pack and store it. */
      readonly recordMs: number;
      readonly storeMs: number;
    }
  /** There was no reason to save, or one not to. */
  | { readonly kind: 'nothing-to-save'; readonly key: string; readonly why: string }
  /** It should have been saved. */
  | { readonly kind: 'trouble'; readonly key: string; readonly why: string };

/** In one line. */
export function saveSentence(report: SaveReport): string {
  switch (report.kind) {
    case 'saved': {
      const size = `${sizePhrase(report.bytes)}, ${sizePhrase(report.archiveBytes)} stored`;
      const times = `recorded in ${workPhrase(report.recordMs)}, packed and stored in ${workPhrase(report.storeMs)}`;
      return `Saved ${count(report.files, 'file')} of a ${report.build} build (${size}; ${times})`;
    }
    case 'nothing-to-save':
      return `Nothing saved: ${report.why}`;
    case 'trouble':
      return `Not saved: ${report.why}`;
  }
}

/** For the job summary of the step that saves. */
export function saveSummary(report: SaveReport): string {
  return `**Bengal Cache.** ${escapeMarkdown(saveSentence(report))}.\n${failedPagesPart(report.failedPages ?? [])}`;
}
