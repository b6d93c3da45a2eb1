import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { fieldOf, firstRule, namedIn, toInput, type RuleValues } from './rule';
import { sentence, type Words } from './sentence';
import { changeLanguage, laterWords, startI18n } from '@/lib/i18n';

const rule: RuleValues = {
  ...firstRule,
  scope: 'SAME_BUREAU',
  sameHand: 'RELATIONS',
  left: {
    join: 'ANY_OF',
    selectors: [
      { kind: 'STEP', steps: ['ACCEPT', 'REVIEW'], powerTypes: ['FINANCE'], powers: ['w1'] },
      { kind: 'POST', posts: ['p1'] },
    ],
  },
  right: {
    join: 'ALL_OF',
    selectors: [
      { kind: 'PORTFOLIO', portfolios: ['IN_CHARGE'], functions: ['PROCUREMENT'] },
      { kind: 'ROLE', roles: ['SUPERVISION'] },
      { kind: 'POWER' },
    ],
  },
};

function words(language: 'zh' | 'en'): Words {
  const enumWord = i18next.getFixedT(language, 'enums') as unknown as (key: string) => string;
  const of = {
    steps: 'StepKind',
    roles: 'PowerRole',
    powerTypes: 'PowerType',
    portfolios: 'PortfolioKind',
    functions: 'UnitFunction',
  };
  return {
    t: i18next.getFixedT(language, 'balanceRules'),
    label: (condition, value) => enumWord(`${of[condition]}.${value}`),
    name: (id) => ({ w1: '小额采购', p1: '出纳岗' })[id] ?? id,
  };
}

beforeAll(async () => {
  await startI18n('zh');
  await laterWords();
  await changeLanguage('en');
});

describe('a rule is read back', () => {
  it('in Chinese', () => {
    expect(sentence(rule, words('zh'))).toBe(
      '在同一单位内，同一人或有亲属关系的两人不得既承办受理或审核环节（职权类别：财务；职权：“小额采购”），或者任“出纳岗”岗位，又担任分管领导（部门职能：采购），并且担任监督岗位，并且经手任一职权。',
    );
  });

  it('in English', () => {
    expect(sentence(firstRule, words('en'))).toBe(
      'Within one process, one person must not both carry out any step and carry out any step.',
    );
    expect(sentence({ ...rule, right: { join: 'ANY_OF', selectors: [] } }, words('en'))).toContain(
      'and (nothing chosen).',
    );
  });
});

describe('what is sent of a rule', () => {
  it('is what the kind of each selector is narrowed by', () => {
    const chosen: RuleValues = {
      ...firstRule,
      left: {
        join: 'ANY_OF',
        selectors: [{ kind: 'POST', steps: ['ACCEPT'], posts: ['p1'], powers: [] }],
      },
    };
    expect(toInput(chosen).left.selectors).toEqual([{ kind: 'POST', posts: ['p1'] }]);
  });

  it('names powers and posts once', () => {
    expect(namedIn([rule, rule])).toEqual(['p1', 'w1']);
  });
});

it('the server means a field of the form', () => {
  expect(fieldOf('rule.left.selectors[0].steps[1]')).toBe('left.selectors.0.steps');
  expect(fieldOf('rule.left.selectors[2].kind')).toBe('left.selectors.2.kind');
  expect(fieldOf('rule.name')).toBe('name');
});
