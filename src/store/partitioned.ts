import type { CacheStore, Restored } from './port.ts';

/** Parts of a store by who wrote them: where a run saves, and where else it may look. */
export interface Partition {
  readonly own: string;
  /** After the own one, in this order. */
  readonly alsoReads: readonly string[];
}

/**
 * A store that is shared by runs of different trust and keeps no scopes of its own, divided by who wrote: every key
 * begins with the part. What a merge request saves is not found by the default branch, nor by another request. It keeps
 * runs apart that use this tool; whoever can write into the store by other means can write into every part.
 */
export function partitionedStore(store: CacheStore, { own, alsoReads }: Partition): CacheStore {
  const inPart = (part: string, key: string): string => `${part}/${key}`;
  return {
    name: store.name,
    async restore(request) {
      const parts = [own, ...alsoReads].map((part) => ({
        part,
        asked: {
          ...request,
          key: inPart(part, request.key),
          restoreKeys: request.restoreKeys.map((key) => inPart(part, key)),
        },
      }));
      const answers: Found[] = [];
      for (const { part, asked } of parts) {
        // With one part only there is nothing to choose from.
        const answer = await store.restore(parts.length === 1 ? asked : { ...asked, lookupOnly: true });
        answers.push({ asked, answer: withoutPart(part, answer) });
        if (answer.kind === 'exact') break;
      }
      const best = bestOf(answers);
      if (best === undefined) return { kind: 'miss', why: 'the store has no part for this run' };
      const isFound = best.answer.kind === 'exact' || best.answer.kind === 'prefix';
      if (!isFound || parts.length === 1 || request.lookupOnly === true) return best.answer;
      const { part } = parts.find(({ asked }) => asked === best.asked) ?? { part: own };
      return withoutPart(part, await store.restore(best.asked));
    },
    async save(request) {
      const saved = await store.save({ ...request, key: inPart(own, request.key) });
      return 'key' in saved ? { ...saved, key: request.key } : saved;
    },
  };
}

interface Found {
  readonly asked: Parameters<CacheStore['restore']>[0];
  readonly answer: Restored;
}

/** This very tree, wherever it is; else what is near, from the own part first; else why there is nothing. */
function bestOf(found: readonly Found[]): Found | undefined {
  return (
    found.find(({ answer }) => answer.kind === 'exact') ??
    found.find(({ answer }) => answer.kind === 'prefix') ??
    found.find(({ answer }) => answer.kind !== 'miss') ??
    found[0]
  );
}

function withoutPart(part: string, answer: Restored): Restored {
  return 'key' in answer && answer.key.startsWith(`${part}/`)
    ? { ...answer, key: answer.key.slice(part.length + 1) }
    : answer;
}
