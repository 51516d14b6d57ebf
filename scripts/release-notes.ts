/**
 * `npm run release:notes -- vX.Y.Z`: prints what CHANGELOG.md says of that version, which must be that of package.json.
 * Exits with 1 where the two do not fit, so that nothing is released under a wrong name.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The section of a version, without its heading; a string that says what is wrong where there is none. */
export function releaseNotes(
  tag: string,
  { changelog, version }: { readonly changelog: string; readonly version: string },
): { readonly kind: 'notes'; readonly text: string } | { readonly kind: 'wrong'; readonly why: string } {
  if (tag !== `v${version}`) return { kind: 'wrong', why: `the tag is ${tag}, and package.json says ${version}` };
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => each.split(/[\s\]]/)[0]?.replace('[', '') === version);
  if (section === undefined) return { kind: 'wrong', why: `CHANGELOG.md has no section "## ${version}"` };
  const text = section.slice(section.indexOf('\n')).trim();
  return text === ''
    ? { kind: 'wrong', why: `the section ${version} of CHANGELOG.md is empty` }
    : { kind: 'notes', text };
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const notes = releaseNotes(process.argv[2] ?? '', {
    changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
    version,
  });
  if (notes.kind === 'notes') process.stdout.write(`${notes.text}\n`);
  else {
    process.stderr.write(`release-notes: ${notes.why}\n`);
    process.exitCode = 1;
  }
}
