import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { MeetingQuery, type MeetingDetail } from '../query';
import { attendeesOf } from './agenda';
import '../meeting.css';
import { useEnum } from '@/lib/enumLabel';
import { formatDate, formatTime } from '@/lib/format';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({ query: MeetingQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) => (node?.__typename === 'Meeting' ? <Page meeting={node} /> : <NotFound />)}
    </Query>
  );
}

function Page({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('meeting');
  return (
    <>
      <PageHeader
        title={t('sheet.title')}
        crumbs={[
          { title: t('title'), to: '/meetings' },
          { title: meeting.title, to: `/meetings/${meeting.id}` },
        ]}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        }
      />
      <Sheet meeting={meeting} />
    </>
  );
}

/** The meeting on paper: attendance with a column to sign, votes, minutes. */
export function Sheet({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation(['meeting', 'common']);
  const state = useEnum('ItemState');
  const vote = useEnum('Vote');
  const kind = useEnum('ItemKind');
  const ground = useEnum('RetireGround');
  return (
    <div className="panel meeting-sheet">
      <h2>{meeting.title}</h2>
      <p>
        {t('meeting:field.unit')}：{meeting.unit?.name}　{t('meeting:field.heldOn')}：
        {formatDate(meeting.heldOn)}　{t('meeting:field.place')}：{meeting.place || '—'}
        {meeting.openedAt &&
          `　${formatTime(meeting.openedAt)} – ${meeting.closedAt ? formatTime(meeting.closedAt) : ''}`}
      </p>
      <h3>{t('meeting:sheet.attendance')}</h3>
      <p>
        {t('meeting:sheet.counted', {
          members: meeting.members.length,
          quorum: meeting.quorum,
          present: meeting.openedAt ? meeting.members.filter((m) => m.present).length : '＿＿',
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('meeting:sheet.no')}</th>
            <th scope="col">{t('meeting:sheet.name')}</th>
            <th scope="col">{t('meeting:sheet.job')}</th>
            <th scope="col">{t('meeting:attendance.title')}</th>
            <th scope="col" className="sign">
              {t('meeting:sheet.signature')}
            </th>
          </tr>
        </thead>
        <tbody>
          {meeting.members.map((m, i) => (
            <tr key={m.id}>
              <td>{i + 1}</td>
              <td>
                {m.name}
                {m.head && `（${t('meeting:field.head')}）`}
              </td>
              <td>{m.title}</td>
              <td>
                {meeting.openedAt &&
                  (m.present
                    ? t('meeting:attendance.present')
                    : [t('meeting:attendance.absent'), m.absence].filter(Boolean).join('：'))}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('meeting:sheet.items')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('meeting:sheet.no')}</th>
            <th scope="col">{t('meeting:agenda.risk')}</th>
            <th scope="col">{t('meeting:agenda.unit')}</th>
            <th scope="col">{t('meeting:agenda.proposed')}</th>
            <th scope="col">{t('meeting:vote.vote')}</th>
            <th scope="col">{t('meeting:sheet.result')}</th>
          </tr>
        </thead>
        <tbody>
          {meeting.items.map((item, i) => (
            <tr key={item.id}>
              <td>{i + 1}</td>
              <td>{item.title}</td>
              <td>{item.unitName}</td>
              <td>
                {kind.label(item.kind)} {item.grade}
                {item.ground && ground.label(item.ground)}
                {item.content && `：${item.content}`}
              </td>
              <td>
                {meeting.openedAt
                  ? attendeesOf(meeting.members, item)
                      .map(
                        (attendee) =>
                          `${attendee.member.name} ${
                            attendee.state === 'recused'
                              ? t('meeting:vote.recused')
                              : attendee.state === 'uncounted'
                                ? t('meeting:vote.uncounted')
                                : vote.label(attendee.vote) +
                                  (attendee.paper ? `（${t('meeting:vote.paper')}）` : '')
                          }`,
                      )
                      .join('；')
                  : '□ ' +
                    ['FOR', 'AGAINST', 'ABSTAIN'].map((v) => vote.label(v as 'FOR')).join(' □ ')}
              </td>
              <td>
                {state.label(item.state)}
                {item.state === 'DECIDED' &&
                  (item.count.result === 'REJECTED' ? `（${t('meeting:vote.stands')}）` : '') +
                    (item.grade ? ` ${item.decided ?? t('common:grade.none')}` : '') +
                    (item.isProposal ? `（${t('meeting:vote.isProposal')}）` : '') +
                    (item.kind === 'OPENING_DECISION'
                      ? ` ${t('meeting:agenda.opened', { settled: item.settled, skipped: item.skipped.length })}`
                      : '')}
                {item.reason && `：${item.reason}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('meeting:sheet.minutes')}</h3>
      <p className="prose minutes">{meeting.minutes}</p>
      <p className="signatures">
        <span>{t('meeting:sheet.headSign')}</span>
        <span>{t('meeting:sheet.recorderSign')}</span>
        <span>{t('meeting:sheet.seal')}</span>
        <span>{t('meeting:sheet.date')}</span>
      </p>
    </div>
  );
}
