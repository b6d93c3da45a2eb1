import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AnswerDialog } from './AnswerDialog';
import { listPath, reviewPath } from './path';
import { RulesReviewsQuery, type ReviewRow } from './query';
import { Cause } from './ReviewsPanel';
import { reviewSpec, toReviewFilter, type ReviewListState } from './state';
import { Asked, ReviewStateTag } from './Tags';
import './rulebook.css';
import { LinkButton } from '@/ui/LinkButton';
import { enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { Column } from '@/ui/list/columns';
import type { FilterOf } from '@/ui/list/filter';
import { ListPage } from '@/ui/list/ListPage';
import { checkFilter } from '@/ui/list/textFilters';
import { useList } from '@/ui/list/useList';

/** The reviews that the viewer sees or is asked: open ones unless others are asked for. */
export function Component() {
  const { t } = useTranslation('rulebook');
  const [answering, setAnswering] = useState<ReviewRow | null>(null);
  const list = useList({
    name: 'rules-reviews',
    spec: reviewSpec,
    query: RulesReviewsQuery,
    ask: (state) => ({ filter: toReviewFilter(state) }),
    page: (data) => data.rulesReviews,
  });
  const filters: FilterOf<ReviewListState>[] = [
    unitFilter('unit', t('head.unit')),
    enumFilter('state', t('head.state'), 'RulesReviewState', t('review.open')),
    checkFilter('mine', t('filter.mine')),
    checkFilter('overdue', t('filter.overdue')),
  ];
  const columns: Column<ReviewRow>[] = [
    {
      key: 'subject',
      title: t('review.subject'),
      fixed: true,
      heads: true,
      cell: (row) => <Link to={reviewPath(row.id)}>{row.subject}</Link>,
    },
    { key: 'cause', title: t('review.cause'), cell: (row) => <Cause review={row} /> },
    { key: 'unit', title: t('head.unit'), cell: (row) => row.unit.name },
    { key: 'asked', title: t('review.asked'), cell: (row) => <Asked review={row} /> },
    { key: 'due', title: t('review.dueOn'), className: 'nowrap', cell: (row) => row.dueOn },
    {
      key: 'state',
      title: t('head.state'),
      className: 'nowrap',
      cell: (row) => <ReviewStateTag review={row} />,
    },
    {
      key: 'act',
      title: t('head.act'),
      fixed: true,
      cell: (row) =>
        row.mayAnswer && (
          <Button
            size="small"
            aria-label={t('answer.one', { name: row.subject })}
            onClick={() => setAnswering(row)}
          >
            {t('answer.action')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ListPage
        list={list}
        title={t('review.title')}
        filters={filters}
        columns={columns}
        actions={<LinkButton to={listPath}>{t('title')}</LinkButton>}
      />
      {answering && (
        <AnswerDialog
          review={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null);
            list.refresh();
          }}
        />
      )}
    </>
  );
}
