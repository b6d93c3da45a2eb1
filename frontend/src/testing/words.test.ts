import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importGraph } from './importGraph';
import { enums } from '@/gql';
import later from '@/locales/later.zh';
import zh from '@/locales/zh';

/** What is loaded together with the later words has them, and so has all that it loads. */
const withoutLaterPages = (text: string) =>
  text.replace(/withLaterWords\(\s*\(\) =>\s*import\([^)]*\)/g, '');

/** The files of the shell and of the pages that load no later words. */
function firstFiles(): string[] {
  const graph = importGraph(withoutLaterPages);
  const found = new Set<string>();
  const open = [resolve('src/app/main.tsx')];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || /\/src\/locales\/|\/locales\/\w+\.ts$/.test(file)) continue;
    found.add(file);
    open.push(...(graph.get(file) ?? []));
  }
  return [...found];
}

/** What a file says of enumerations and in which namespaces, as it names them. */
function saidIn(text: string) {
  const strings = (list = '') => [...list.matchAll(/'(\w+)'/g)].flatMap(([, name]) => name ?? []);
  return {
    enums: [...text.matchAll(/useEnum\('(\w+)'\)|<EnumSelect[^>]*?name="(\w+)"/g)].flatMap(
      ([, hook, select]) => hook ?? select ?? [],
    ),
    namespaces: [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, list]) =>
      strings(list),
    ),
  };
}

describe('the pages that load no later words', () => {
  const files = firstFiles();

  it('are found', () => {
    for (const name of ['home/HomePage', 'supervision/SupervisionPage', 'risk/list/RiskListPage']) {
      expect(files).toContain(resolve(`src/features/${name}.tsx`));
    }
    expect(files).not.toContain(resolve('src/features/meeting/run/MeetingPage.tsx'));
    expect(saidIn(`useEnum('Role'); useTranslation(['home', 'common'])`)).toEqual({
      enums: ['Role'],
      namespaces: ['home', 'common'],
    });
  });

  it('say nothing whose words come later', () => {
    const missing = files.flatMap((file) => {
      const said = saidIn(withoutLaterPages(readFileSync(file, 'utf8')));
      return [
        ...said.enums.filter((name) => !(name in zh.enums)),
        ...said.namespaces.filter((name) => name in later && !(name in zh)),
      ].map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('need all words of enumerations that the shell has, but for errors and values in addresses', () => {
    const said = new Set(files.flatMap((file) => saidIn(readFileSync(file, 'utf8')).enums));
    const unsaid = Object.keys(enums).filter((name) => !said.has(name));
    expect(unsaid).toEqual(['CampaignPhase', 'ErrorCode', 'Grade', 'RiskOrderField']);
  });
});
