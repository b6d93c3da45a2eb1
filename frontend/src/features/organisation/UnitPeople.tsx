import { useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AddPerson, mayEditPeople, PersonActions } from './edit/PartActions';
import { UnitPeopleQuery, type PersonItem } from './query';
import type { UnitPartProps } from './unitPart';
import { riskListPath } from '@/features/risk/door';
import { useEnum } from '@/lib/enumLabel';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Query } from '@/ui/Query';

/** People of the unit and those below, a page at a time. */
export function UnitPeople({ unit }: UnitPartProps) {
  const { t } = useTranslation(['organisation', 'common']);
  const viewer = useViewer();
  const [text, setText] = useState('');
  // The cursors of the pages gone through; the last is the one shown.
  const [way, setWay] = useState<(string | null)[]>([null]);
  const [result, reload] = useQuery({
    query: UnitPeopleQuery,
    variables: { filter: { unitId: unit.id, text: text || undefined }, after: way.at(-1) },
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <section className="panel">
      <h2 className="panel-head">
        <span>
          {t('organisation:people')} <AddPerson unit={unit} onChanged={again} />
        </span>
        <Input.Search
          allowClear
          className="filter-unit"
          aria-label={t('common:picker.personSearch')}
          placeholder={t('common:picker.personSearch')}
          onSearch={(next) => {
            setText(next.trim());
            setWay([null]);
          }}
        />
      </h2>
      <Query result={result} onRetry={again} rows={3}>
        {({ people: { nodes, totalCount, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty text={t('organisation:noPeople')} />
          ) : (
            <>
              <PeopleTable
                people={nodes}
                mayEdit={mayEditPeople(unit)}
                onChanged={mayEditPeople(unit) || can(viewer, 'ERASE_TEXTS') ? again : null}
              />
              <div className="list-foot">
                {t('common:state.total', { count: totalCount })}
                <Button
                  size="small"
                  disabled={way.length === 1}
                  onClick={() => setWay(way.slice(0, -1))}
                >
                  {t('common:action.previous')}
                </Button>
                <Button
                  size="small"
                  disabled={!pageInfo.hasNextPage}
                  onClick={() => setWay([...way, pageInfo.endCursor])}
                >
                  {t('common:action.next')}
                </Button>
              </div>
            </>
          )
        }
      </Query>
    </section>
  );
}

interface TableProps {
  people: PersonItem[];
  mayEdit: boolean;
  /** Null where the viewer may do nothing to people. */
  onChanged: (() => void) | null;
}

function PeopleTable({ people, mayEdit, onChanged }: TableProps) {
  const { t } = useTranslation(['organisation', 'organisationEdit']);
  const political = useEnum('PoliticalStatus');
  return (
    <div className="table-scroll">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('organisation:staff.name')}</th>
            <th scope="col">{t('organisation:staff.number')}</th>
            <th scope="col">{t('organisation:staff.jobTitle')}</th>
            <th scope="col">{t('organisation:staff.political')}</th>
            <th scope="col">{t('organisation:staff.unit')}</th>
            {onChanged && <th scope="col">{t('organisationEdit:actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <Link to={riskListPath({ person: person.id })}>{person.name}</Link>
              </td>
              <td>{person.staffNumber ?? '—'}</td>
              <td>{person.jobTitle || '—'}</td>
              <td>{political.label(person.politicalStatus)}</td>
              <td>{person.unit?.name ?? '—'}</td>
              {onChanged && (
                <td>
                  <PersonActions person={person} mayEdit={mayEdit} onChanged={onChanged} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
