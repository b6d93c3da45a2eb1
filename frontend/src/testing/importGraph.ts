import { readFileSync } from 'node:fs';
import { resolve as absolute } from 'node:path';
import ts from 'typescript';
import { sourceFiles } from './sources';

/**
 * Every file of `src` with the files that it imports, by paths; `read` may leave out of a file's text what
 * shall not count.
 */
export function importGraph(read = (text: string) => text): Map<string, string[]> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const cache = ts.createModuleResolutionCache(process.cwd(), (name) => name, options);
  const resolve = (name: string, from: string) =>
    ts.resolveModuleName(name, from, options, ts.sys, cache).resolvedModule?.resolvedFileName;
  const files = sourceFiles(/\.tsx?$/);
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(read(readFileSync(file, 'utf8')), true, true);
      const paths = importedFiles
        .filter(({ fileName }) => /^[.@]\/|^\.\./.test(fileName))
        .flatMap(({ fileName }) => resolve(fileName, file) ?? [])
        // What `@/` leads to is named from the folder of the tests.
        .map((path) => absolute(path));
      return [file, paths.filter((path) => known.has(path))];
    }),
  );
}
