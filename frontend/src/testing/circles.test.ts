import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { circles } from './circles';
import { sourceFiles } from './sources';

/** Every file of `src` with the files that it imports, by paths. */
function importGraph(): Map<string, string[]> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const cache = ts.createModuleResolutionCache(process.cwd(), (name) => name, options);
  const resolve = (name: string, from: string) =>
    ts.resolveModuleName(name, from, options, ts.sys, cache).resolvedModule?.resolvedFileName;
  const files = sourceFiles(/\.tsx?$/);
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
      const paths = importedFiles
        .filter(({ fileName }) => /^[.@]\/|^\.\./.test(fileName))
        .flatMap(({ fileName }) => resolve(fileName, file) ?? []);
      return [file, paths.filter((path) => known.has(path))];
    }),
  );
}

describe('imports', () => {
  it('run in no circle, not even those of types', () => {
    const graph = importGraph();
    // Otherwise the test itself would be blind.
    expect([...graph.values()].flat().length).toBeGreaterThan(graph.size);
    expect(circles(graph)).toEqual([]);
  });

  it('that run in a circle are found', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b']],
    ]);
    expect(circles(graph)).toEqual([['b', 'c', 'd', 'b']]);
  });
});
