import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { InstructionStateTag } from './InstructionStateTag';
import { instructionPath } from './path';
import type { InstructionRow } from './query';
import { useEnum } from '@/lib/enumLabel';

const heads = ['number', 'title', 'unit', 'giver', 'asked', 'dueOn', 'state'] as const;

/** Instructions with what they ask of whom, until when. */
export function InstructionTable({ rows, label }: { rows: InstructionRow[]; label: string }) {
  const { t } = useTranslation('instruction');
  const roles = useEnum('Role');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nowrap">
                <Link to={instructionPath(row.id)}>{row.number}</Link>
              </th>
              <td className="instruction-title">
                {row.title}
                {row.riskCount > 0 && (
                  <span className="hint-inline"> {t('risks', { count: row.riskCount })}</span>
                )}
              </td>
              <td>{row.unit.name}</td>
              <td>{row.giverName}</td>
              <td>
                {row.addressee && <>{row.addressee.name} </>}
                <span className="nowrap">{roles.label(row.tier)}</span>
              </td>
              <td className="nowrap">{row.dueOn}</td>
              <td className="nowrap">
                <InstructionStateTag instruction={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
