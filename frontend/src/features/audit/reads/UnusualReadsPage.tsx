import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AuditTabs } from '../AuditTabs';
import { UnusualReadsQuery, type UnusualRead } from '../query';
import { auditListPath } from '../state';
import { useAuditWords } from '../words';
import { useEnum } from '@/lib/enumLabel';
import { daysBefore, today } from '@/lib/format';
import { day, useUrlState } from '@/lib/urlState';
import { DateInput } from '@/ui/DateInput';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

const spec = { from: day, to: day };

export function Component() {
  const { t } = useTranslation('audit');
  const [state, change] = useUrlState(spec);
  const now = new Date();
  const to = state.to ?? today(now);
  const from = state.from ?? daysBefore(30, now);
  const [result, reload] = useQuery({ query: UnusualReadsQuery, variables: { from, to } });
  return (
    <>
      <PageHeader title={t('reads.title')} crumbs={[{ title: t('title'), to: '/audit' }]} />
      <AuditTabs />
      <section className="panel filter-bar" aria-label={t('reads.days')}>
        <Field label={t('reads.from')}>
          {(id) => (
            <DateInput
              id={id}
              value={from}
              max={to}
              onChange={(next) => change({ from: next }, { replace: true })}
            />
          )}
        </Field>
        <Field label={t('reads.to')}>
          {(id) => (
            <DateInput
              id={id}
              value={to}
              min={from}
              onChange={(next) => change({ to: next }, { replace: true })}
            />
          )}
        </Field>
        <p className="hint">{t('reads.intro')}</p>
      </section>
      <section className="panel" aria-busy={result.fetching}>
        <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
          {({ unusualReads }) =>
            unusualReads.length === 0 ? (
              !result.error && <Empty text={t('reads.none')} />
            ) : (
              <ReadsTable reads={unusualReads} />
            )
          }
        </Query>
      </section>
    </>
  );
}

function ReadsTable({ reads }: { reads: UnusualRead[] }) {
  const { t } = useTranslation('audit');
  const reason = useEnum('UnusualReason');
  const words = useAuditWords();
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={t('reads.title')}>
      <table className="grid-table reads-table">
        <caption className="visually-hidden">{t('reads.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reads.day')}</th>
            <th scope="col">{t('reads.who')}</th>
            <th scope="col" className="number">
              {t('reads.people')}
            </th>
            <th scope="col" className="number">
              {t('reads.count')}
            </th>
            <th scope="col">{t('reads.reasons')}</th>
            <th scope="col">{t('reads.link')}</th>
          </tr>
        </thead>
        <tbody>
          {reads.map((one) => (
            <tr key={`${one.day} ${one.actor.accountId ?? one.actor.name}`}>
              <td className="nowrap">{one.day}</td>
              <th scope="row">{words.actor(one.actor)}</th>
              <td className="number">{one.people}</td>
              <td className="number">{one.reads}</td>
              <td>
                <span className="names">
                  {one.reasons.map((why) => (
                    <span key={why} className="tag tag-alarm">
                      {reason.label(why)}
                    </span>
                  ))}
                </span>
              </td>
              <td>
                <ReadsLink read={one} name={words.actor(one.actor)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReadsLink({ read, name }: { read: UnusualRead; name: string }) {
  const { t } = useTranslation('audit');
  const { day: on, actor } = read;
  return (
    <Link
      to={auditListPath({
        actor: actor.accountId ?? undefined,
        action: ['READ_RECORD'],
        from: on,
        to: on,
      })}
      aria-label={t('reads.open', { name, day: on })}
    >
      {t('reads.link')}
    </Link>
  );
}
