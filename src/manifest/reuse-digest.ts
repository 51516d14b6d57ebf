import { digestOfParts, type Sha256 } from '../core/digest.ts';
import type { Manifest } from './manifest.ts';

type Valued = Pick<
  Manifest,
  | 'bengal'
  | 'python'
  | 'environment'
  | 'profile'
  | 'flags'
  | 'outputDir'
  | 'configFingerprint'
  | 'build'
  | 'contentDigest'
  | 'sources'
  | 'circumstances'
  | 'trace'
>;

/**
 * Digest of all that a later run can gain from a state, whenever, wherever and by whom it was recorded. Two states of
 * equal worth need not both be stored. A source belongs to it even where it left no trace in the output: without it,
 * every later run would find it changed again.
 */
export function worthOf(manifest: Valued): Sha256 {
  return digestOfParts([
    ['bengal', manifest.bengal ?? ''],
    ['python', manifest.python ?? ''],
    ['environment', manifest.environment],
    ['profile', manifest.profile ?? ''],
    ...manifest.flags.map((flag): [string, string] => ['flag', flag]),
    ['output', manifest.outputDir],
    ['configuration', manifest.configFingerprint],
    ['build', manifest.build],
    // The records themselves say nothing that content and sources do not; that there are some lets pages be kept.
    ['trace', manifest.trace === undefined ? 'none' : 'recorded'],
    ['content', manifest.contentDigest],
    ...[...(manifest.circumstances?.packages ?? [])].map(([name, version]): [string, string] => [
      `package ${name}`,
      version,
    ]),
    ...[...manifest.sources].map(([path, source]): [string, string] => [`source ${path}`, source.sha256]),
  ]);
}
