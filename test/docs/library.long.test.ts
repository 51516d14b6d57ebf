import { describe } from 'node:test';
import { readDocsPage, testExamplesOf } from '../support/docs-examples.ts';

describe('what docs/library.md shows is true', () => {
  testExamplesOf(readDocsPage('library.md'));
});
