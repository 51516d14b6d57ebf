/**
 * The form under which file systems that ignore case or Unicode normalisation (macOS, Windows) may take two names for
 * one. Upper case first: it unites letters with several lower-case forms.
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

interface Claim {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** The names an archive has used so far, its implied parent directories included. */
export class NameRegistry {
  readonly #claims = new Map<string, Claim>();

  /** Takes a name; yields why it clashes with an earlier one, or `undefined` when it is free. */
  claim(name: string, kind: Claim['kind']): string | undefined {
    const clash = this.#claimParents(name);
    if (clash !== undefined) return clash;
    const folded = foldName(name);
    const earlier = this.#claims.get(folded);
    if (earlier !== undefined) return describeClash(name, earlier);
    this.#claims.set(folded, { name, kind });
    return undefined;
  }

  #claimParents(name: string): string | undefined {
    for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1)) {
      const parent = name.slice(0, slash);
      const folded = foldName(parent);
      const earlier = this.#claims.get(folded);
      if (earlier === undefined) this.#claims.set(folded, { name: parent, kind: 'directory' });
      else if (earlier.name !== parent || earlier.kind === 'file') return describeClash(parent, earlier);
    }
    return undefined;
  }
}

function describeClash(name: string, earlier: Claim): string {
  return earlier.name === name
    ? `the name ${JSON.stringify(name)} twice`
    : `the names ${JSON.stringify(earlier.name)} and ${JSON.stringify(name)}, which some file systems take for one`;
}
