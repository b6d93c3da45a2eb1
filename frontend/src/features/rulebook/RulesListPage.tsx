import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RegisterDialog } from './EditionDialog';
import { documentPath, reviewsPath } from './path';
import { RulesListQuery, type RulesRow } from './query';
import { rulesSpec, toFilter, type RulesListState } from './state';
import { RulesStateTag } from './Tags';
import './rulebook.css';
import { useEnum } from '@/lib/enumLabel';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { Column } from '@/ui/list/columns';
import type { FilterOf } from '@/ui/list/filter';
import { ListPage } from '@/ui/list/ListPage';
import { textFilter } from '@/ui/list/textFilters';
import { useList } from '@/ui/list/useList';

/** The rules documents that the viewer sees. */
export function Component() {
  const { t } = useTranslation('rulebook');
  const viewer = useViewer();
  const navigate = useNavigate();
  const [registering, setRegistering] = useState(false);
  const list = useList({
    name: 'rules-documents',
    spec: rulesSpec,
    query: RulesListQuery,
    ask: (state) => ({ filter: toFilter(state) }),
    page: (data) => data.rulesDocuments,
  });
  const filters: FilterOf<RulesListState>[] = [
    textFilter('q', t('filter.text'), t('filter.textHint')),
    unitFilter('unit', t('head.unit')),
    enumFilter('kind', t('head.kind'), 'RulesKind'),
    enumFilter('state', t('head.state'), 'RulesState'),
  ];
  return (
    <>
      <ListPage
        list={list}
        title={t('title')}
        filters={filters}
        columns={useRulesColumns()}
        actions={
          <>
            <LinkButton to={reviewsPath}>{t('review.title')}</LinkButton>
            {can(viewer, 'EDIT_REGISTER') && (
              <Button type="primary" onClick={() => setRegistering(true)}>
                {t('register.action')}
              </Button>
            )}
          </>
        }
      />
      {registering && (
        <RegisterDialog
          unitId={list.state.unit ?? viewer.homeUnits[0]?.id}
          onClose={() => setRegistering(false)}
          onDone={(id) => {
            setRegistering(false);
            void navigate(documentPath(id));
          }}
        />
      )}
    </>
  );
}

function useRulesColumns(): Column<RulesRow>[] {
  const { t } = useTranslation('rulebook');
  const kinds = useEnum('RulesKind');
  return [
    {
      key: 'title',
      title: t('head.title'),
      fixed: true,
      heads: true,
      cell: (row) => <Link to={documentPath(row.id)}>{row.title}</Link>,
    },
    {
      key: 'number',
      title: t('head.number'),
      cell: ({ holding }) => holding?.number || <span className="zero">—</span>,
    },
    { key: 'kind', title: t('head.kind'), className: 'nowrap', cell: (r) => kinds.label(r.kind) },
    { key: 'unit', title: t('head.unit'), cell: (row) => row.unit.name },
    {
      key: 'revision',
      title: t('head.revision'),
      className: 'nowrap',
      cell: ({ holding }) =>
        holding ? t('edition.of', { revision: holding.revision }) : <span className="zero">—</span>,
    },
    {
      key: 'from',
      title: t('head.from'),
      className: 'nowrap',
      cell: ({ holding, inForceFrom }) => holding?.from ?? inForceFrom ?? '—',
    },
    {
      key: 'state',
      title: t('head.state'),
      className: 'nowrap',
      cell: ({ state, repealedFrom }) => (
        <>
          <RulesStateTag state={state} />
          {repealedFrom && (
            <div className="hint-inline">{t('repealedFrom', { day: repealedFrom })}</div>
          )}
        </>
      ),
    },
  ];
}
