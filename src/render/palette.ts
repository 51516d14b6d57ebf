import type { NodeStatus } from '../graph/kinds.ts';

export interface Colours {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

/** The same colours in every picture. Text stands out by at least 4.5 to 1 everywhere. */
export const STATUS_COLOURS: Readonly<Record<NodeStatus, Colours>> = {
  fresh: { fill: '#1D3557', stroke: '#0F1C2E', text: '#FFFFFF' },
  stale: { fill: '#FBBC04', stroke: '#8A6A00', text: '#1B1B1B' },
  missing: { fill: '#F1F3F5', stroke: '#868E96', text: '#1B1B1B' },
  'tracked file': { fill: '#E8F0FE', stroke: '#7B9BD1', text: '#1B1B1B' },
  unknown: { fill: '#EFE3F8', stroke: '#7A4FA3', text: '#1B1B1B' },
};

/** The outline of what a build has to make anew. */
export const AFFECTED_OUTLINE = '#D9480F';
/** Lines between two things that are not up to date. */
export const HOT_LINE = '#B37F00';
export const PLAIN_LINE = '#6C757D';

export const STATUS_WORDS: Readonly<Record<NodeStatus, string>> = {
  fresh: 'up to date',
  stale: 'stale',
  missing: 'missing',
  'tracked file': 'tracked file',
  unknown: 'unknown whether it is up to date',
};

/** The same in a legend, where there is room. */
export const LEGEND_WORDS: Readonly<Record<NodeStatus, string>> = {
  fresh: 'up to date',
  stale: 'changed, or made from what changed',
  missing: 'missing',
  'tracked file': 'tracked file, as it was',
  unknown: 'nobody can tell whether it is up to date',
};

export const AFFECTED_WORDS = 'affected: has to be built';
