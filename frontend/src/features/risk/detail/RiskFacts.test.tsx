import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RiskDetail } from './query';
import { RiskFacts } from './RiskFacts';
import { renderPage } from '@/testing/renderPage';

const risk = {
  __typename: 'RiskPoint',
  id: 'r1',
  title: '违规收费',
  riskTypes: ['DUTY'],
  status: 'PROPOSED',
  category: '三重一大',
  manifestation: '',
  cause: '',
  consequence: null,
  likelihood: null,
  severity: null,
  proposedGrade: null,
  foundBy: [],
  exposedPosts: [],
  exposedPersons: [],
  directOwner: null,
  departmentOwner: { id: 'p1', name: '甲一', jobTitle: '' },
  leaderOwner: null,
  directOwnerText: '甲二、甲三',
  departmentOwnerText: '',
  leaderOwnerText: '',
  createdAt: '2026-11-30T00:00:00Z',
  updatedAt: '2026-11-30T00:00:00Z',
} as unknown as RiskDetail;

/** What stands beside a term. */
const beside = (term: string) =>
  screen.getByText(term, { selector: 'dt' }).nextElementSibling?.textContent;

describe('what is written down of a risk point', () => {
  it('says that nobody has assessed it, and asks to', () => {
    renderPage(<RiskFacts risk={risk} />);
    expect(beside('自评等级')).toBe('未评级，请提出自评等级');
    expect(beside('可能性')).not.toContain('/ 5');
  });

  it('shows the inputs of one that was assessed', () => {
    renderPage(
      <RiskFacts
        risk={{ ...risk, likelihood: 2, severity: 3, consequence: 'MINOR', proposedGrade: 'C' }}
      />,
    );
    expect(beside('可能性')).toBe('2 / 5');
    expect(beside('可能触犯')).toBe('轻微违规');
    expect(screen.queryByText('未评级，请提出自评等级')).toBeNull();
  });

  it('marks an owner that stands as it was written', () => {
    renderPage(<RiskFacts risk={risk} />);
    expect(beside('直接责任人')).toContain('甲二、甲三 （原文，未对应到人员）');
    expect(beside('部门责任人')).toBe('甲一');
    expect(beside('责任领导')).toBe('未填写');
    expect(beside('业务领域')).toBe('三重一大');
  });
});
