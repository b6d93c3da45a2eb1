import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ColourMark } from './ColourMark';
import { warningPath } from './path';
import type { WarningRow } from './query';
import { WarningStateTag } from './WarningState';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';

/** Warnings with what they are about, who is asked and until when. */
export function WarningTable({ rows, label }: { rows: WarningRow[]; label: string }) {
  const { t } = useTranslation('warning');
  const kinds = useEnum('WarningKind');
  const roles = useEnum('Role');
  // Every bureau counts from 1: where there are several, the number alone does not tell them apart.
  const several = new Set(rows.map(({ bureau }) => bureau?.id)).size > 1;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {(['number', 'colour', 'what', 'unit', 'asked', 'dueOn', 'state'] as const).map(
              (head) => (
                <th key={head} scope="col">
                  {t(`head.${head}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((warning) => (
            <tr key={warning.id}>
              <th scope="row" className="nowrap">
                <Link to={warningPath(warning.id)}>{warning.number}</Link>
                {several && warning.bureau && (
                  <div className="hint-inline">{warning.bureau.name}</div>
                )}
              </th>
              <td className="nowrap">
                <ColourMark colour={warning.colour} />
              </td>
              <td className="warning-what">
                {kinds.label(warning.kind)} {warning.grade && <GradeBadge grade={warning.grade} />}
                <div className="warning-subject">{warning.subjectText}</div>
              </td>
              <td>{warning.unit.name}</td>
              <td>
                {warning.addressee && <>{warning.addressee.name} </>}
                <span className="nowrap">{roles.label(warning.tier)}</span>
              </td>
              <td className="nowrap">{warning.dueOn ?? t('noDay')}</td>
              <td className="nowrap">
                <WarningStateTag warning={warning} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
