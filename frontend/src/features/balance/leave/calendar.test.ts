import { expect, it } from 'vitest';
import { byMonth, daysOf, stretches } from './calendar';

it('a run of days is cut at the ends of months, leap years included', () => {
  expect(stretches('2027-12-30', '2028-03-02')).toEqual([
    { month: '2027-12-01', first: 30, last: 31 },
    { month: '2028-01-01', first: 1, last: 31 },
    { month: '2028-02-01', first: 1, last: 29 },
    { month: '2028-03-01', first: 1, last: 2 },
  ]);
  expect(stretches('2027-05-04', '2027-05-04')).toEqual([
    { month: '2027-05-01', first: 4, last: 4 },
  ]);
});

it('both ends of a run count', () => {
  expect(daysOf('2028-02-28', '2028-03-01')).toBe(3);
  expect(daysOf('2028-02-28', '2028-02-28')).toBe(1);
});

it('a run stands in each month that it touches', () => {
  const long = { from: '2027-01-30', to: '2027-02-02' };
  const short = { from: '2027-01-05', to: '2027-01-06' };
  expect(byMonth([long, short])).toEqual([
    ['2027-01-01', [long, short]],
    ['2027-02-01', [long]],
  ]);
});
