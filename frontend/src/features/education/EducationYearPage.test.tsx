import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { connection } from './samples';
import { Component as EducationYearPage } from './EducationYearPage';
import { renderPage } from '@/testing/renderPage';

it('the figures of a year say who took part in nothing', async () => {
  const unit = { id: 'u1', name: '许可科' };
  const reach = { people: 4, reached: 3, none: 1 };
  const person = {
    person: null,
    name: '乙',
    department: '许可科',
    post: '审核岗',
    sessions: 0,
    minutes: 0,
    missed: 2,
  };
  const { asked, router } = renderPage(<EducationYearPage />, {
    path: '/education/year?unit=u0&year=2026',
    answers: {
      EducationYear: {
        data: { educationOfPeople: { day: '2026-03-02', unit, whole: reach, direct: reach } },
      },
      EducationYearDepartments: {
        data: { educationOfPeople: { departments: connection([{ unit, ...reach }]) } },
      },
      EducationYearPeople: {
        data: {
          educationOfPeople: {
            people: { ...connection([]), edges: [{ cursor: 'x', node: person }] },
          },
        },
      },
    },
  });
  expect(await screen.findByText(/至少参加 1 次的 3 人（75%），全年未参加的 1 人/)).toBeDefined();
  const row = (await screen.findByRole('button', { name: '许可科' })).closest('tr');
  expect(
    within(row as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['4', '3', '75%', '1']);
  const one = (await screen.findByRole('rowheader', { name: '乙' })).closest('tr') as HTMLElement;
  expect(within(one).getByText('未参加')).toBeDefined();
  fireEvent.click(screen.getByRole('checkbox', { name: '今年尚未参加' }));
  await waitFor(() => expect(router.state.location.search).toContain('few=few'));
  await waitFor(() =>
    expect(
      asked.filter((a) => a.operationName === 'EducationYearPeople').at(-1)?.variables,
    ).toMatchObject({ unitId: 'u0', year: 2026, fewerThan: 1 }),
  );
});
