import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Tests run in the folder of `package.json`. */
const root = resolve('src');

/** Absolute paths of the files of `src` whose names match, generated ones left out. */
export function sourceFiles(name: RegExp): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path) && !path.startsWith('gql/'))
    .map((path) => join(root, path));
}
