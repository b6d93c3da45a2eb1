import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sessionPath } from './path';
import type { SessionRow } from './query';
import { Attended, SessionStateTag, useHours } from './SessionState';
import { useEnum } from '@/lib/enumLabel';
import type { Column } from '@/ui/list/columns';

/** The columns of sessions, wherever they are listed. */
export function useSessionColumns(): Column<SessionRow>[] {
  const { t } = useTranslation('education');
  const kinds = useEnum('EducationKind');
  const hours = useHours();
  return [
    {
      key: 'topic',
      title: t('field.topic'),
      fixed: true,
      heads: true,
      cell: (row) => <Link to={sessionPath(row.id)}>{row.topic}</Link>,
    },
    {
      key: 'heldOn',
      title: t('field.heldOn'),
      className: 'nowrap',
      cell: (row) => row.heldOn,
    },
    {
      key: 'kind',
      title: t('field.kind'),
      className: 'nowrap',
      cell: (row) => kinds.label(row.kind),
    },
    { key: 'unit', title: t('field.unit'), cell: (row) => row.unit.name },
    {
      key: 'minutes',
      title: t('field.hours'),
      optional: true,
      className: 'nowrap',
      cell: (row) => hours(row.minutes),
    },
    {
      key: 'counts',
      title: t('counts.title'),
      className: 'nowrap',
      cell: ({ counts, state }) =>
        !counts ? (
          <span className="zero">—</span>
        ) : state === 'HELD' ? (
          t('counts.ofHeld', counts)
        ) : (
          t('counts.ofPlanned', counts)
        ),
    },
    {
      key: 'mine',
      title: t('mine.column'),
      optional: true,
      className: 'nowrap',
      cell: ({ mine }) => (mine ? <Attended {...mine} /> : <span className="zero">—</span>),
    },
    {
      key: 'state',
      title: t('field.state'),
      className: 'nowrap',
      cell: (row) => <SessionStateTag session={row} />,
    },
  ];
}
