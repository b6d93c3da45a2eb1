import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntryItem } from '../query';
import { auditEntryPath } from '../state';
import { reasonOf, useAuditWords } from '../words';
import { ActorCell, ObjectCell } from './Cells';
import { useEnum } from '@/lib/enumLabel';
import { formatSecond } from '@/lib/format';
import type { Column } from '@/ui/list/columns';

interface Options {
  /** Names of the objects in the rows. */
  names: ReadonlyMap<string, string>;
  onActor: (accountId: string) => void;
  onObject: (objectId: string) => void;
}

/** The columns of the list of entries. */
export function useAuditColumns({ names, onActor, onObject }: Options): Column<EntryItem>[] {
  const { t } = useTranslation('audit');
  const action = useEnum('AuditAction');
  const words = useAuditWords();
  return [
    { key: 'index', title: t('field.index'), className: 'number', cell: (row) => row.index },
    {
      key: 'at',
      title: t('field.at'),
      className: 'nowrap',
      fixed: true,
      cell: (row) => formatSecond(row.at),
    },
    {
      key: 'actor',
      title: t('field.actor'),
      className: 'nowrap',
      cell: (row) => <ActorCell actor={row.actor} onPick={onActor} />,
    },
    {
      key: 'authority',
      title: t('field.authority'),
      cell: (row) => words.authority(row.authority) ?? '—',
    },
    {
      key: 'action',
      title: t('field.action'),
      fixed: true,
      heads: true,
      cell: (row) => (
        <Link
          to={auditEntryPath(row.id)}
          aria-label={`${action.label(row.action)} ${t('open', { index: row.index })}`}
        >
          {action.label(row.action)}
        </Link>
      ),
    },
    {
      key: 'object',
      title: t('field.object'),
      cell: (row) => <ObjectCell row={row} names={names} onPick={onObject} />,
    },
    { key: 'unit', title: t('field.unit'), cell: (row) => row.unit?.name ?? '—' },
    {
      key: 'reason',
      title: t('field.reason'),
      className: 'prose',
      cell: (row) => reasonOf(row) ?? '—',
    },
  ];
}
