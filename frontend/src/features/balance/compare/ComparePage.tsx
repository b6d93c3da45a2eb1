import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useClient, useQuery, type CombinedError } from 'urql';
import { isWhole, mostCandidates, newChange, toCandidate, type Candidate } from './candidate';
import { CandidateForm } from './CandidateForm';
import { MovedList } from './MovedList';
import { CompareQuery, type Compared } from './query';
import { LeaveUnitQuery } from '../leave/query';
import { balancePath } from '../path';
import type { Conflict } from '../query';
import { SeverityTag } from '../SeverityTag';
import { DateInput } from '@/ui/DateInput';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import '../balance.css';

const first = (): Candidate => ({ label: '', changes: [newChange('MERGE')] });

/** What changes would do to balance before they are made, several candidates side by side. */
export function Component() {
  const { t } = useTranslation('balanceCompare');
  const { id = '' } = useParams();
  const client = useClient();
  const [unit] = useQuery({ query: LeaveUnitQuery, variables: { id } });
  const [candidates, setCandidates] = useState<Candidate[]>([first()]);
  const [on, setOn] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const [compared, setCompared] = useState<Compared[]>([]);
  const set = (next: Candidate[]) => {
    setCandidates(next);
    setCompared([]);
  };
  const compare = async () => {
    setBusy(true);
    const named = candidates.map((one, i) => ({
      ...one,
      label: one.label.trim() || t('candidate', { n: i + 1 }),
    }));
    const { data, error: failed } = await client
      .query(
        CompareQuery,
        { unitId: id, candidates: named.map(toCandidate), on },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    setBusy(false);
    setError(failed);
    setCompared(data?.whatIf ?? []);
  };
  const node = unit.data?.node;
  const here = node?.__typename === 'Unit' ? node : null;
  return (
    <>
      <PageHeader
        title={here ? t('titleOf', { unit: here.name }) : t('title')}
        crumbs={(here?.path ?? []).map((step) => ({ title: step.name, to: balancePath(step.id) }))}
      />
      <section className="panel" aria-label={t('candidates')}>
        <p className="hint">{t('intro')}</p>
        <Field label={t('on')}>
          {(fieldId) => (
            <DateInput
              id={fieldId}
              value={on}
              onChange={(next) => {
                setOn(next);
                setCompared([]);
              }}
            />
          )}
        </Field>
        <div className="compare-candidates">
          {candidates.map((candidate, at) => (
            <CandidateForm
              key={at}
              number={at + 1}
              candidate={candidate}
              onChange={(next) => set(candidates.map((one, i) => (i === at ? next : one)))}
              onRemove={
                candidates.length > 1 ? () => set(candidates.filter((_, i) => i !== at)) : undefined
              }
            />
          ))}
        </div>
        <div className="names">
          {candidates.length < mostCandidates && (
            <Button onClick={() => set([...candidates, first()])}>{t('addCandidate')}</Button>
          )}
          <Button
            type="primary"
            disabled={!candidates.every(isWhole)}
            loading={busy}
            onClick={() => void compare()}
          >
            {t('compare')}
          </Button>
        </div>
        <ErrorState error={error} />
      </section>
      {compared.length > 0 && <Side outcomes={compared} />}
    </>
  );
}

function Side({ outcomes }: { outcomes: Compared[] }) {
  const { t } = useTranslation('balanceCompare');
  const severities = outcomes[0]?.createdCounts.map(({ severity }) => severity) ?? [];
  const row = (
    head: string,
    of: (outcome: Compared) => { severity: string; count: number }[],
    alarm: boolean,
  ) =>
    severities.map((severity) => (
      <tr key={`${head} ${severity}`}>
        <th scope="row">
          {head} <SeverityTag severity={severity} />
        </th>
        {outcomes.map((outcome, i) => {
          const n = of(outcome).find((one) => one.severity === severity)?.count ?? 0;
          return (
            <td key={i} className={alarm && n > 0 ? 'number compare-worse' : 'number'}>
              {n}
            </td>
          );
        })}
      </tr>
    ));
  return (
    <section className="panel">
      <h2>{t('result')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('result')}>
        <table className="grid-table balance-table">
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              {outcomes.map(({ label }, i) => (
                <th key={i} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(t('created'), (o) => o.createdCounts, true)}
            {row(t('removed'), (o) => o.removedCounts, false)}
            <tr>
              <th scope="row">{t('unchanged')}</th>
              {outcomes.map(({ unchanged }, i) => (
                <td key={i} className="number">
                  {unchanged}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('createdList')}</th>
              {outcomes.map(({ created }, i) => (
                <td key={i} className="balance-text">
                  <Conflicts list={created} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('removedList')}</th>
              {outcomes.map(({ removed }, i) => (
                <td key={i} className="balance-text">
                  <Conflicts list={removed} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('movedList')}</th>
              {outcomes.map(({ moved }, i) => (
                <td key={i} className="balance-text">
                  {moved ? <MovedList moved={moved} /> : t('closed')}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Conflicts({ list }: { list: Conflict[] | null }) {
  const { t } = useTranslation('balanceCompare');
  if (list === null) return t('closed');
  if (list.length === 0) return '—';
  return (
    <ul className="compare-list">
      {list.map(({ id, severity, rule, message }) => (
        <li key={id}>
          <SeverityTag severity={severity} /> {rule.name}：{message}
        </li>
      ))}
    </ul>
  );
}
