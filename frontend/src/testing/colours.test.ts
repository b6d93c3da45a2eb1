import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { literalColours } from './colours';
import { sourceFiles } from './sources';

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const files = sourceFiles(/\.(css|tsx?)$/).filter(
  (path) => !/\.test\.tsx?$|\/ui\/tokens\.css$|\/testing\//.test(path),
);

describe('colours', () => {
  it('stand in tokens.css only', () => {
    const elsewhere = files.flatMap((path) =>
      literalColours(readFileSync(path, 'utf8')).map((found) => `${path}: ${found}`),
    );
    expect(elsewhere).toEqual([]);
  });

  it('that style sheets use are there', () => {
    const used = files
      .filter((path) => path.endsWith('.css'))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/var\((--[\w-]+)/g)])
      .map(([, name]) => name);
    expect(used.filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
  });

  it.each([
    ['a { color: #1f4e8c; }', '#1f4e8c'],
    ['a { box-shadow: 0 0 4px rgb(0 0 0 / 10%); }', 'rgb('],
    ['a { border: 1px solid darkred; }', 'darkred'],
    ["const option = { axisLabel: { color: 'white' } };", 'white'],
    ['<path fill="red" />', 'red'],
  ])('are found in %s', (text, colour) => {
    expect(literalColours(text)).toEqual([colour]);
  });

  it.each(['a { color: var(--blue); }', 'a { white-space: pre; }', 'const tag = { id: "red-1" };'])(
    'are none in %s',
    (text) => expect(literalColours(text)).toEqual([]),
  );
});
