import { asArray, asString, asStrings, field, type JsonValue } from '../core/json.ts';
import { fieldOf, type StateFile } from './state-file.ts';

/** What rendering one page wrote and touched. */
export interface RenderEffect {
  /** Absolute path of the page's source in the checkout that wrote the state. */
  readonly source: string;
  /** Address of the page as links name it, with the base URL before it. */
  readonly href: string | undefined;
  /** Absolute paths of the HTML written. */
  readonly outputs: readonly string[];
  /** Absolute paths of files read, templates included. */
  readonly files: readonly string[];
  /** Names of the templates used, the page's own first when it is known. */
  readonly templates: readonly string[];
}

/** Reads the `render_page` effects of `effects.json`; entries that are not understood are left out. */
export function readEffects(file: StateFile): RenderEffect[] {
  return asArray(fieldOf(file, 'effects')).flatMap((effect) => readEffect(effect) ?? []);
}

function readEffect(effect: JsonValue): RenderEffect | undefined {
  const metadata = field(effect, 'metadata');
  const source = asString(field(metadata, 'source_path'));
  if (source === undefined) return undefined;
  const dependencies = asArray(field(effect, 'depends_on')).flatMap((entry) => readDependency(entry) ?? []);
  const template = asString(field(metadata, 'template'));
  return {
    source,
    href: asString(field(metadata, 'href')),
    outputs: asStrings(field(effect, 'outputs')),
    files: [...dependencies.filter(isPath), ...asStrings(field(metadata, 'include_dependencies'))],
    templates: [...(template === undefined ? [] : [template]), ...dependencies.filter((name) => !isPath(name))],
  };
}

/** `{"t":"p","v":path}` or `{"t":"s","v":template name}`; a plain string before Bengal 0.3.1. */
function readDependency(value: JsonValue): string | undefined {
  return asString(value) ?? asString(field(value, 'v'));
}

function isPath(dependency: string): boolean {
  return dependency.startsWith('/') || /^[A-Za-z]:[\\/]/.test(dependency);
}
