// Writes dist/operations.json: every GraphQL document that the page sends, by the SHA-256 of
// its text. The server takes it as trusted, and the page names it by the hash alone.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatDocument, stringifyDocument } from '@urql/core';
import { Window } from 'happy-dom';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(`${root}src`, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)testing\.tsx?$/.test(name))
  .filter((name) => /\bgraphql\(/.test(readFileSync(`${root}src/${name}`, 'utf8')));

/** Everything that the page makes by `graphql(…)`, whether exported or not. */
const made = (globalThis.documentsOfThePage = []);
const recording = {
  name: 'record-documents',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/gql/index.ts')) return null;
    return `${code.replace('export const graphql =', 'const make =')}
      export const graphql = (...of) => {
        const document = make(...of);
        globalThis.documentsOfThePage.push(document);
        return document;
      };`;
  },
};

// Some parts of the page look at the document as they load.
const { document } = new Window({ url: 'http://page.test/' });
globalThis.document = document;

const server = await createServer({
  root,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true, include: [] },
  plugins: [recording],
});
const documents = {};
try {
  for (const name of sources) await server.ssrLoadModule(`/src/${name}`);
  for (const one of made) {
    if (!one.definitions.some(({ kind }) => kind === 'OperationDefinition')) continue;
    // The cache asks for __typename everywhere, so this is the text that is sent.
    const text = stringifyDocument(formatDocument(one));
    documents[createHash('sha256').update(text).digest('hex')] = text;
  }
} finally {
  await server.close();
}
const sorted = Object.entries(documents).sort(([, a], [, b]) => (a < b ? -1 : 1));
if (sorted.length === 0) throw new Error('no document was found');
writeFileSync(
  `${root}dist/operations.json`,
  `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`,
);
console.log(`${sorted.length} GraphQL documents`);
