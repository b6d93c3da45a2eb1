import { describe, expect, it } from 'vitest';
import en from './en';
import laterEn from './later.en';
import laterZh from './later.zh';
import zh from './zh';
import { enums } from '@/gql';

/** `name.of.key` → text, of everything in a dictionary. */
function entries(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : entries(value as object, `${prefix}${key}.`),
  );
}

const chinese = new Map([...entries(zh), ...entries(laterZh)]);
const english = new Map([...entries(en), ...entries(laterEn)]);

describe('the languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('have a text everywhere', () => {
    for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe('');
  });

  it('put the same values into their texts', () => {
    const values = (text = '') => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort();
    for (const [key, text] of chinese) expect(values(english.get(key)), key).toEqual(values(text));
  });

  it('have a word for every value of every enumeration', () => {
    for (const [name, values] of Object.entries(enums)) {
      for (const value of values) {
        for (const words of [chinese, english]) {
          expect(words.get(`enums.${name}.${value}`), `${name}.${value}`).toBeTruthy();
        }
      }
    }
  });

  it('leave no Chinese in the English', () => {
    for (const [key, text] of english) expect(text, key).not.toMatch(/\p{Script=Han}/u);
  });
});
