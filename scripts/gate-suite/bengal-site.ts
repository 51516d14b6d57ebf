import { join } from 'node:path';

/** The Bengal that scripts/install-bengal.ts makes. */
export const BENGAL = join(import.meta.dirname, '..', '..', '.cache', 'bengal', 'bin', 'bengal');
