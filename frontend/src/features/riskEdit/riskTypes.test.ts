import { describe, expect, it } from 'vitest';
import { chosenTypes } from './riskTypes';

describe('the types that are ticked', () => {
  it('are several beside one another', () => {
    expect(chosenTypes(['DUTY'], ['DUTY', 'MORAL'])).toEqual(['DUTY', 'MORAL']);
    expect(chosenTypes(['DUTY', 'MORAL'], ['MORAL'])).toEqual(['MORAL']);
    expect(chosenTypes(['DUTY'], [])).toEqual([]);
  });

  it('are unclassified alone', () => {
    expect(chosenTypes(['DUTY', 'MORAL'], ['DUTY', 'MORAL', 'UNCLASSIFIED'])).toEqual([
      'UNCLASSIFIED',
    ]);
    expect(chosenTypes(['UNCLASSIFIED'], ['UNCLASSIFIED', 'PROCESS'])).toEqual(['PROCESS']);
    expect(chosenTypes(['UNCLASSIFIED'], [])).toEqual([]);
  });
});
