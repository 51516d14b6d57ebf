import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

/** One entry of a mapping. */
export interface YamlEntry {
  readonly key: string;
  /** Counted from 1. */
  readonly line: number;
  readonly value: Node | undefined;
}

export interface YamlText {
  readonly text: string;
  readonly line: number;
}

/** What a mapping is expected to be, for messages. */
export interface MappingWords {
  /** `a mapping ...` */
  readonly what: string;
  /** What stands before a key that stands twice: `stage `, or nothing. */
  readonly noun?: string;
}

/** Reads a YAML file node by node and keeps what is wrong, each with the name of the file and the line. */
export class YamlReader {
  readonly problems: string[] = [];
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;

  constructor(text: string, file: string) {
    this.#file = file;
    // Keys that stand twice are found by us, with both lines; lines are counted once, and not for every error anew.
    const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
    this.#document = parseDocument(text, { ...options, lineCounter: this.#lines });
    const [error] = this.#document.errors;
    if (error !== undefined) this.report(this.#lines.linePos(error.pos[0]).line, error.message);
  }

  /** `undefined` for an empty file. */
  get root(): Node | undefined {
    return this.#document.contents ?? undefined;
  }

  report(line: number, problem: string): void {
    this.problems.push(`${this.#file}:${String(line)}: ${problem}`);
  }

  /** The entries of a mapping. Anything else, and keys that stand twice, are reported. `line`: where it should be. */
  entries(node: Node | undefined, line: number, { what, noun = '' }: MappingWords): YamlEntry[] {
    const map = this.#resolve(node);
    if (!isMap<Node, Node | null>(map)) {
      this.report(this.lineOf(node) ?? line, `expected ${what}`);
      return [];
    }
    const first = new Map<string, number>();
    return map.items.flatMap((pair): YamlEntry[] => {
      const at = this.lineOf(pair.key) ?? line;
      const scalar = this.scalar(pair.key);
      if (typeof scalar !== 'string' && typeof scalar !== 'number') {
        this.report(at, 'expected a plain text as key');
        return [];
      }
      const key = String(scalar);
      // Some file systems take names that differ in case for one.
      const earlier = first.get(key.toLowerCase());
      first.set(key.toLowerCase(), earlier ?? at);
      if (earlier === undefined) return [{ key, line: at, value: pair.value ?? undefined }];
      this.report(at, `${noun}${JSON.stringify(key)} is listed twice, first in line ${String(earlier)}`);
      return [];
    });
  }

  /** The value of a scalar; `undefined` for anything else. */
  scalar(node: Node | undefined): unknown {
    const resolved = this.#resolve(node);
    return isScalar(resolved) ? resolved.value : undefined;
  }

  /** A list of nothing but texts; `undefined` for anything else. */
  texts(node: Node | undefined): YamlText[] | undefined {
    const list = this.#resolve(node);
    if (!isSeq<Node>(list)) return undefined;
    const texts = list.items.flatMap((item) => {
      const text = this.scalar(item);
      return typeof text === 'string' ? [{ text, line: this.lineOf(item) ?? 1 }] : [];
    });
    return texts.length === list.items.length ? texts : undefined;
  }

  lineOf(node: Node | undefined): number | undefined {
    const start = node?.range?.[0];
    return start === undefined ? undefined : this.#lines.linePos(start).line;
  }

  #resolve(node: Node | undefined): Node | undefined {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }
}
