import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';

interface Templates {
  /** Page key -> template names. */
  readonly names: Relation;
  /** Page key -> the page as Bengal wrote it, absolute where it is a file: Bengal takes these for paths. */
  readonly spelled: Map<string, string>;
}

/** `template_dependencies` (since 0.3.0): page -> names such as `page.html`, not paths. */
export function templatesCodec(keys: PathKeys): GroupCodec<Templates> {
  return {
    names: ['template_dependencies'],
    decode(read) {
      const spelled = new Map<string, string>();
      const key = (recorded: string): string => {
        const page = keys.ofRecorded(recorded);
        spelled.set(page, recorded);
        return page;
      };
      const names = SetMap.fromJson(read('template_dependencies'), { key, item: (name) => name });
      return { names: new Relation(names), spelled };
    },
    encode: ({ names, spelled }) => ({
      template_dependencies: names.forward.toJson((page) => spelled.get(page) ?? page),
    }),
  };
}

/** Which templates each page was rendered with. */
export class TemplateTable {
  readonly #group: LazyGroup<Templates>;

  constructor(group: LazyGroup<Templates>) {
    this.#group = group;
  }

  /** Page -> names. Only to be read. */
  get names(): SetMap {
    return this.#group.value.names.forward;
  }

  record(page: { readonly key: string; readonly spelled: string }, templates: Iterable<string>): void {
    const { names, spelled } = this.#group.edit();
    names.replaceLeft(page.key, templates);
    spelled.set(page.key, page.spelled);
  }

  of(page: string): ReadonlySet<string> {
    return this.#group.value.names.forward.get(page);
  }

  pagesOf(template: string): ReadonlySet<string> {
    return this.#group.value.names.reverse.get(template);
  }

  delete(page: string): void {
    if (!this.#group.value.names.forward.has(page)) return;
    const { names, spelled } = this.#group.edit();
    names.removeLeft(page);
    spelled.delete(page);
  }

  clear(): void {
    const { names, spelled } = this.#group.edit();
    names.clear();
    spelled.clear();
  }
}
