// The API keeps its promises: what clients could ask yesterday they can ask today.
//   node scripts/api.mjs          fails where graph/schema breaks what graph/api.graphql promises
//   node scripts/api.mjs promise  adds to graph/api.graphql what is new; refuses to take anything away
// A promise is broken on purpose by editing graph/api.graphql in the same commit, which says why.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const promised = file('../../graph/api.graphql');
const text = readFileSync(file('../src/gql/schema.graphql'), 'utf8').replace(/^#.*\n/, '');
const now = buildSchema(text, { assumeValidSDL: true });
const promise = process.argv[2] === 'promise';

if (!existsSync(promised) && !promise) {
  console.error('graph/api.graphql is missing: what does the API promise?');
  process.exit(1);
}
if (existsSync(promised)) {
  const before = buildSchema(readFileSync(promised, 'utf8'), { assumeValidSDL: true });
  const broken = findBreakingChanges(before, now);
  for (const { type, description } of broken) console.error(`${type}: ${description}`);
  if (broken.length > 0) {
    console.error(
      `${broken.length} promises of the API would be broken. Keep the old name beside the new one, with @deprecated.`,
    );
    process.exit(1);
  }
  for (const { type, description } of findDangerousChanges(before, now))
    console.log(`look twice: ${type}: ${description}`);
}
if (promise)
  writeFileSync(
    promised,
    `# What the API promises to its clients, by frontend/scripts/api.mjs. DO NOT EDIT, but to break a promise on purpose.\n${text}`,
  );
console.log('the API keeps its promises');
