import { describe, expect, it } from 'vitest';
import { dropLastBlank, newPower, toDetails } from './values';

describe('the form of a power', () => {
  it('drops rows that were never filled in, at the end alone', () => {
    expect(dropLastBlank([{}, { law: '甲' }, {}, { law: '' }])).toEqual([{}, { law: '甲' }]);
    expect(dropLastBlank([{}])).toEqual([]);
  });

  it('sends empty fields as the API wants them', () => {
    const values = newPower('u1');
    values.details = { ...values.details, code: 'XK-01', name: '许可', timeLimitDays: null };
    expect(toDetails(values)).toMatchObject({
      code: 'XK-01',
      legalBases: [],
      timeLimitDays: null,
      frequency: '',
      decisionPostId: null,
      disclosure: { scope: '', form: '', reason: '' },
    });
  });
});
