/**
 * How versions of Bengal behave where their state does not tell, as far as builds of them have shown it. A version that
 * is not listed is taken to behave in the way that costs more.
 */
export interface Behaviour {
  /** Whether `slug` in the front matter moves a page's output. In 0.5.1 a full build with another slug changes no page. */
  readonly slugMovesPage: boolean;
}

const KNOWN: Readonly<Record<string, Behaviour>> = { '0.5.1': { slugMovesPage: false } };

export function behaviourOf(version: string | undefined): Behaviour {
  return (
    (version !== undefined && Object.hasOwn(KNOWN, version) ? KNOWN[version] : undefined) ?? { slugMovesPage: true }
  );
}
