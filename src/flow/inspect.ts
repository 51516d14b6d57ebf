import { nameOfRef } from '../bengal/file-ref.ts';
import { urlOfOutput } from '../bengal/recorded-page.ts';
import { readState, type BengalState } from '../bengal/state.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { closestName } from '../core/closest.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { readManifest } from '../manifest/manifest-file.ts';
import { isNamed, namesOfPage, nobodyKnows } from '../report/page-names.ts';

export interface Inspected {
  /** False when there is no state, or nothing of the name that was asked for. */
  readonly found: boolean;
  readonly text: string;
  readonly data: unknown;
}

/** What the state holds: an overview, or all about one page, file or template. */
export async function inspect(inputs: SiteInputs, site: SiteConfig, subject: string | undefined): Promise<Inspected> {
  const outcome = await readState({ site: inputs.site, outputDir: site.outputDir });
  if (outcome.kind !== 'read')
    return { found: false, text: `No usable state: ${outcome.why}\n`, data: { state: outcome.kind, why: outcome.why } };
  return subject === undefined
    ? overview(outcome.state, await readManifest(inputs.site))
    : about(outcome.state, subject);
}

function overview(state: BengalState, manifest: Awaited<ReturnType<typeof readManifest>>): Inspected {
  const kinds = new Map<string, number>();
  for (const page of state.pages.values()) kinds.set(page.kind, (kinds.get(page.kind) ?? 0) + 1);
  const data = {
    schema: state.schema,
    python: state.python ?? null,
    configHash: state.configHash ?? null,
    lastBuild: state.lastBuild ?? null,
    builtAt: state.recordedRoot ?? null,
    pages: Object.fromEntries(kinds),
    tags: [...state.tags.keys()].sort(),
    files: state.files.size,
    manifest:
      manifest.kind === 'read'
        ? {
            build: manifest.manifest.build,
            recordedAt: manifest.manifest.recordedAt,
            sources: manifest.manifest.sources.size,
            outputs: manifest.manifest.outputs.size,
          }
        : { [manifest.kind]: manifest.kind === 'unusable' ? manifest.why : true },
    doubts: state.doubts,
  };
  const lines = [
    `Schema ${String(state.schema)}, written by Python ${state.python ?? 'unknown'} at ${state.lastBuild ?? 'an unknown time'} in ${state.recordedRoot ?? 'an unknown folder'}`,
    `Configuration hash ${state.configHash ?? 'unknown'}`,
    `Pages ${Object.entries(data.pages)
      .map(([kind, number]) => `${String(number)} ${kind}`)
      .join(', ')}`,
    `Tags ${data.tags.join(', ') || 'none'}`,
    `Files ${String(state.files.size)} with a recorded fingerprint or hash`,
    `Manifest ${manifest.kind === 'read' ? `of a ${manifest.manifest.build} build, recorded ${manifest.manifest.recordedAt}` : manifest.kind === 'unusable' ? `not usable: ${manifest.why}` : 'none'}`,
    ...state.doubts.map((doubt) => `Cannot be told: ${doubt.file} ${doubt.why}`),
  ];
  return { found: true, text: `${lines.join('\n')}\n`, data };
}

/** Facts as they were recorded. What an edit of it would affect is another question, which `why` answers. */
function about(state: BengalState, subject: string): Inspected {
  const pages = [...state.pages.values()].map((page) => {
    const source = page.kind === 'content' ? page.key : null;
    return { page, names: page.outputs.map((output) => ({ output, source, url: urlOfOutput(output) })) };
  });
  const page = pages.find(
    ({ page: { key }, names }) => key === subject || names.some((name) => isNamed(name, subject)),
  )?.page;
  const file = state.files.get(subject);
  const graph = buildGraph(state);
  const kinds = KINDS.filter((kind) => graph.find(kind, subject) !== undefined);
  if (page === undefined && file === undefined && kinds.length === 0) {
    const known = pages.flatMap(({ names }) => names.flatMap(namesOfPage));
    const closest = closestName(subject, [...known, ...state.files.keys()]);
    return { found: false, text: `${nobodyKnows(subject, closest)}\n`, data: null };
  }
  const data = {
    page: page === undefined ? null : { ...page, files: page.files.map(nameOfRef) },
    file:
      file === undefined
        ? null
        : {
            hashes: file.hashes,
            size: file.size ?? null,
            mtimeNs: file.mtimeNs === undefined ? null : String(file.mtimeNs),
          },
    kinds,
  };
  const lines = [
    ...(page === undefined
      ? []
      : [
          `${page.kind} page ${page.key}`,
          `  outputs    ${page.outputs.join(', ') || 'unknown'}`,
          `  tags       ${page.tags.join(', ') || 'none'}`,
          ...page.inputs.map((input) => `  made from  ${input.type} ${input.path}`),
        ]),
    ...(page === undefined ? kinds.map((kind) => `${kind === 'source' ? 'file' : kind} ${subject}`) : []),
    ...(file === undefined ? [] : file.hashes.map((hash) => `  SHA-256    ${hash}`)),
    `What an edit of it affects: bengal-cache why ${subject}`,
  ];
  return { found: true, text: `${lines.join('\n')}\n`, data };
}

const KINDS = ['source', 'data', 'template', 'tag', 'external'] as const;
