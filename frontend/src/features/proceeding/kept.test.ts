import { describe, expect, it } from 'vitest';
import {
  blankStep,
  choiceOf,
  fieldOf,
  holds,
  recorded,
  stepId,
  stepOptions,
  successor,
  toStep,
} from './kept';
import { someStep, someSteps } from './samples';

describe('what is recorded of a step', () => {
  it('holds unless something took its place, or it was taken back', () => {
    expect(holds(someStep())).toBe(true);
    expect(holds(someStep({ withdrawn: true }))).toBe(false);
    expect(holds(someStep({ replacedAt: '2026-11-03T00:00:00Z' }))).toBe(false);
  });

  it('was replaced by the record of the same step that was made then', () => {
    const at = '2026-11-03T00:00:00Z';
    const old = someStep({ replacedAt: at });
    const other = someStep({ stepName: '审核', at });
    const next = someStep({ at, actorName: '赵科' });
    expect(successor(old, [old, other, next], stepId)?.actorName).toBe('赵科');
    expect(successor(next, [old, other, next], stepId)).toBeUndefined();
  });

  it('is named again with who took it, so that it is not lost', () => {
    expect(recorded(someStep())).toMatchObject({ step: 's1', personId: 'p1', name: '' });
    expect(recorded(someStep({ stepKey: '', person: null, personName: '赵某' }))).toMatchObject({
      step: '受理',
      personId: undefined,
      name: '赵某',
    });
  });
});

describe('a form of a step', () => {
  it('says no outcome of what is under way, and no name of who is chosen', () => {
    const began = '2026-11-02T01:00:00Z';
    expect(toStep({ ...blankStep, step: ' 受理 ', began, personId: 'p1', name: '旧' })).toEqual({
      step: '受理',
      began,
      ended: undefined,
      outcome: undefined,
      personId: 'p1',
      name: '',
      note: '',
    });
    expect(toStep({ ...blankStep, step: '受理', began, ended: began }).outcome).toBe('PASSED');
  });

  it.each([
    ['proceedings.0.steps.0.ended', 'ended'],
    ['input.proceedings.0.number', 'number'],
    ['proceedings.0.pauses.1.to', 'to'],
    ['proceedings.0.steps', 'steps'],
  ])('shows %s at %s', (path, field) => {
    expect(fieldOf(path)).toBe(field);
  });

  it('offers steps by name, and by key where two have one name', () => {
    const twice = [...someSteps, { key: 's4', name: '审核' }];
    expect(stepOptions(twice).map(({ value }) => value)).toEqual(['受理', 's2', '决定', 's4']);
    expect(choiceOf({ stepKey: 's2', stepName: '审核' }, twice)).toBe('s2');
    expect(choiceOf({ stepKey: 's2', stepName: '审核' }, someSteps)).toBe('审核');
    expect(choiceOf({ stepKey: '', stepName: '会商' }, someSteps)).toBe('会商');
  });
});
