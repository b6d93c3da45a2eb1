import { describe, expect, it } from 'vitest';
import { fieldName, sortProblems, type FieldName } from './problems';
import type { Problem } from '@/lib/errors';

const form: FieldName[] = [
  ['unitId'],
  ['details', 'title'],
  ['details', 'exposedPostIds'],
  ['details', 'legalBases'],
  ['details', 'legalBases', 1, 'law'],
];
const invalid = (field: string | undefined, message: string): Problem => ({
  code: 'INVALID',
  message,
  field,
});

describe('the path of a field', () => {
  it.each([
    ['details.title', ['details', 'title']],
    ['input.details.title', ['details', 'title']],
    ['details.legalBases.1.law', ['details', 'legalBases', 1, 'law']],
  ])('%s', (path, name) => expect(fieldName(path)).toEqual(name));
});

describe('problems of an answer', () => {
  it('stand at their fields, in the order of the form', () => {
    const { fields, rest } = sortProblems(
      [
        invalid('details.legalBases.1.law', '请填写法律法规名称'),
        invalid('details.title', '太长'),
        invalid('details.title', '含有无效字符'),
      ],
      form,
    );
    expect(fields).toEqual([
      { name: ['details', 'title'], errors: ['太长', '含有无效字符'] },
      { name: ['details', 'legalBases', 1, 'law'], errors: ['请填写法律法规名称'] },
    ]);
    expect(rest).toEqual([]);
  });

  it('inside a field belong to that field', () => {
    const { fields } = sortProblems([invalid('details.exposedPostIds.2', '找不到该岗位')], form);
    expect(fields).toEqual([{ name: ['details', 'exposedPostIds'], errors: ['找不到该岗位'] }]);
  });

  it('of a row that is not on screen belong to the list', () => {
    const { fields } = sortProblems([invalid('details.legalBases.7.law', '缺')], form);
    expect(fields[0]?.name).toEqual(['details', 'legalBases']);
  });

  it('of no field are left over', () => {
    const problems = [invalid('id', '该职权已停用'), invalid(undefined, '出错了')];
    // A whole group is no field: its name alone must not swallow a problem.
    const group = invalid('details.unknown', '未知');
    expect(sortProblems([...problems, group], form)).toEqual({
      fields: [],
      rest: [...problems, group],
      stale: false,
    });
  });

  it('tell a newer version from a taken code', () => {
    const stale: Problem = {
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
      field: 'expectedVersion',
      message: '已被他人修改',
    };
    const taken: Problem = { ...invalid('unitId', '重复'), code: 'CONFLICT', reason: 'CODE_TAKEN' };
    const sorted = sortProblems([stale, taken], form);
    expect(sorted.stale).toBe(true);
    expect(sorted.rest).toEqual([]);
    expect(sorted.fields).toHaveLength(1);
  });
});
