/** Longest reason taken from the client, in UTF-16 units. */
const LONGEST_REASON = 400;

/** What the client says, and the same for people who have never heard of the client. */
const SENTENCES: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => string])[] = [
  [/^You've hit a rate limit, your rate limit will reset in (\d+) seconds/, ([seconds]) => `try again in ${seconds} s`],
  [
    /(?:after (\d+) attempts: )?Failed request: \((\d+)\) ([^:]*)(?:: (.*))?$/,
    ([attempts, status, phrase, message]) =>
      `the cache service answered ${status} ${phrase}${message ? ` (${message})` : ''}${attempts ? `, ${attempts} times` : ''}`,
  ],
  [/Cache service responded with (\d+)/, ([status]) => `the cache service answered ${status}`],
  [/^Unable to make request: (\w+)/, ([code]) => `the cache service cannot be reached (${code})`],
  [/\b(?:connect|getaddrinfo|read|write) (E[A-Z_]+)\b/, ([code]) => `the cache service cannot be reached (${code})`],
  [/ is not valid JSON|^Unexpected end of JSON/, () => 'the cache service answered with something that is not JSON'],
  [/^Unable to locate executable file: (\w+)/, ([program]) => `the program ${program} is missing`],
  [/ failed with exit code (\d+)$/, ([code]) => `tar failed with exit code ${code}`],
  [/^(?:aborted|socket hang up|Premature close|The operation was aborted\.?)$/, () => 'the connection was cut'],
  [/^(?:undefined)?$/, () => 'the cache client gave no reason'],
];

/** The first line of a message of the client as a sentence, without secrets. */
export function describeReason(message: string): string {
  const [first = ''] = message.trim().split(/\r?\n/, 1);
  const text = first.replace(PREAMBLE, '').replace(POSTSCRIPT, '').replaceAll(SIGNATURE, '$1***').trim();
  const sentence = sentenceFor(text);
  return sentence.length > LONGEST_REASON ? `${sentence.slice(0, LONGEST_REASON)}…` : sentence;
}

const PREAMBLE =
  /^(?:Error: |Failed to (?:restore|save|\w+): ?|Cache reservation failed: |uploadCacheArchiveSDK: internal error uploading cache archive: |(?:\w+(?: \([^)]*\))? - )?Attempt \d+ of \d+ failed with error: |\w+ failed: )+/;
const POSTSCRIPT = /\. Retrying request in \d+ ms\.\.\.$/;
const SIGNATURE = /([?&]sig=)[^&\s"']+/g;

function sentenceFor(text: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(text);
    if (match !== null) return sentence(match.slice(1));
  }
  return text;
}

/** Whether a sentence says what to do, not what happened. */
export function isAdvice(sentence: string): boolean {
  return sentence.startsWith('try again ');
}

/** What `tar` or the program that it unpacks with complained of: one line, or none. */
export function complaintIn(output: string): readonly string[] {
  const lines = output.split(/\r?\n/).map((line) => line.replace(PROGRAM, '').replace(STREAM, '').trim());
  const complaints = lines.filter((line) => line !== '' && !line.startsWith('Error is not recoverable'));
  // That the other program failed is what `tar` says when that one has told why.
  const first = complaints.find((line) => !line.startsWith('Child returned')) ?? complaints[0];
  return first === undefined ? [] : [first.slice(0, LONGEST_REASON)];
}

const PROGRAM = /^(?:\S*[\\/])?(?:tar|bsdtar|gtar|zstd|unzstd|zstdmt|gzip)(?:\.exe)?: */;
const STREAM = /^\/\*stdin\*\\ *: */;
