import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ComprehensiveOutcome } from './ComprehensiveOutcome';
import { renderPage } from '@/testing/renderPage';

const meeting = { id: 'm1', title: '专题会议', heldOn: '2026-03-05' };

describe('the outcome of 提请领导小组综合制定', () => {
  it('shows the measure adopted and links the meeting', () => {
    renderPage(
      <ComprehensiveOutcome
        measure={{
          comprehensive: 'ADOPTED',
          comprehensiveText: '收件、审批分设两岗',
          comprehensiveMeeting: meeting,
        }}
      />,
    );
    expect(screen.getByText('收件、审批分设两岗')).toBeDefined();
    expect(screen.getByText('综合措施')).toBeDefined();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/meetings/m1');
  });

  it('shows why it was declined, also to those who may not see the meeting', () => {
    renderPage(
      <ComprehensiveOutcome
        measure={{
          comprehensive: 'DECLINED',
          comprehensiveText: '现有措施已足够',
          comprehensiveMeeting: null,
        }}
      />,
    );
    expect(screen.getByText('现有措施已足够')).toBeDefined();
    expect(screen.getByText('不予制定的理由')).toBeDefined();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says that the leading group has not decided', () => {
    renderPage(
      <ComprehensiveOutcome
        measure={{ comprehensive: null, comprehensiveText: '', comprehensiveMeeting: null }}
      />,
    );
    expect(screen.getByText('领导小组尚未审议。')).toBeDefined();
  });
});
