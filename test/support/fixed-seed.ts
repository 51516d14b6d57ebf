/**
 * Loaded before every test file by `npm test`: property tests draw the same examples each time, so that a run says
 * something about the change and not about luck. `FAST_CHECK_SEED=random npm test` hunts for new ones.
 */
import fc from 'fast-check';

const seed = process.env['FAST_CHECK_SEED'] ?? '20261121';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
