/**
 * What is compiled into packages of ours besides their own code, and has to be named with its licence: their own licence
 * files say nothing of it. A test holds the versions against what the packages themselves say, as far as they do.
 */
export interface Inside {
  readonly name: string;
  /** `undefined`: nobody can ask. */
  readonly version: string | undefined;
  readonly spdx: string;
  /** Where its source is. */
  readonly source: string;
  readonly notice: string;
}

const GRAPHVIZ: Inside = {
  name: 'Graphviz',
  version: '16.1.0',
  spdx: 'EPL-1.0',
  source: 'https://gitlab.com/graphviz/graphviz, tag 16.1.0',
  notice: `Graphviz is made available under the Eclipse Public License, whose text is the file LICENSE of its source and
https://www.eclipse.org/legal/epl-v10.html. The package named above holds it as WebAssembly.

Its source code is available at the place above, under that licence, to everybody. Its contributors give no warranties
or conditions of any kind, express or implied, and are not liable for any damages. Whatever else is promised in this
folder is promised by those who distribute it alone, and not by any contributor to Graphviz.`,
};

const EXPAT: Inside = {
  name: 'Expat',
  version: undefined,
  spdx: 'MIT',
  source: 'https://github.com/libexpat/libexpat',
  notice: `Copyright (c) 1998-2000 Thai Open Source Software Center Ltd and Clark Cooper
Copyright (c) 2001-2025 Expat maintainers

Permission is hereby granted, free of charge, to any person obtaining
a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included
in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/** By the name of the package. */
export const INSIDE_PACKAGES: ReadonlyMap<string, readonly Inside[]> = new Map([
  ['@hpcc-js/wasm-graphviz', [GRAPHVIZ, EXPAT]],
]);
