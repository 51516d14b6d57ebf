import type { Host } from '../host/port.ts';
import { describeTrouble } from './trouble.ts';

/** Does what only tells people something. Trouble with it is one warning: nobody's build depends on it. */
export async function telling(host: Host, otherwise: string, tell: () => void | Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (thrown) {
    const { sentence, stack } = describeTrouble(thrown);
    host.warning(`${otherwise}: ${sentence}`);
    host.debug(stack);
  }
}
