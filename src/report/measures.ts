import { count } from './words.ts';

const SIZES = [
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
] as const;

/** `900 bytes`, `4.8 MiB`. */
export function sizePhrase(bytes: number): string {
  for (const [unit, size] of SIZES) if (bytes >= size) return `${(bytes / size).toFixed(1)} ${unit}`;
  return count(bytes, 'byte');
}

/** How long our own work took, such as `0.4 s`. */
export function workPhrase(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** How long a build takes, which nobody can foretell more exactly than `42 s` or `8 min`. */
export function buildPhrase(seconds: number): string {
  return seconds < 100 ? `${String(Math.max(1, Math.round(seconds)))} s` : `${String(Math.round(seconds / 60))} min`;
}
