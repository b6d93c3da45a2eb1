import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { powerOf } from '../grid/link';
import type { Row } from '../draft/sheet';
import type { Layout } from '../query';
import { powerPath, processEditPath, processPrintPath } from '@/features/power/door';

interface Props {
  table: Layout['tables'][number];
  rows: readonly Row[];
  mayEdit: boolean;
}

/** What the server writes where a power has no process. */
const noProcess = '无';

/** The maps of the powers of 表1: each can be looked at, edited or printed; nothing for other tables. */
export function ProcessMaps({ table, rows, mayEdit }: Props) {
  const { t } = useTranslation('form');
  const place = (code: string) => table.columns.findIndex((column) => column.code === code);
  const [name, map] = [place('name'), place('process')];
  const powers = rows.flatMap((row) => {
    const id = powerOf(row);
    return id ? [{ id, name: row.cells[name], text: row.cells[map] }] : [];
  });
  if (map < 0 || powers.length === 0) return null;
  return (
    <details className="form-maps">
      <summary>{t('maps.title', { count: powers.length })}</summary>
      <ul>
        {powers.map((power) => (
          <li key={power.id}>
            {power.name}：{power.text === noProcess ? t('maps.none') : power.text}{' '}
            {power.text !== noProcess && (
              <>
                <Link to={powerPath(power.id)}>{t('maps.see')}</Link>{' '}
                <Link to={processPrintPath(power.id)}>{t('maps.print')}</Link>{' '}
              </>
            )}
            {mayEdit && <Link to={processEditPath(power.id)}>{t('maps.edit')}</Link>}
          </li>
        ))}
      </ul>
    </details>
  );
}
