import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Change } from '../query';
import { auditListPath } from '../state';
import { shortId, useAuditWords } from '../words';
import { columnValue, columnWord } from './columns';
import { useValueText } from './useValueText';
import { useEnum } from '@/lib/enumLabel';

/** An import changes thousands of rows in one entry; these are drawn at once. */
const atOnce = 20;

interface Props {
  changes: Change[];
  names: ReadonlyMap<string, string>;
}

/** What was done to rows: each before and after, side by side. */
export function Changes({ changes, names }: Props) {
  const { t } = useTranslation('audit');
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, atOnce);
  return (
    <>
      {shown.map((change, i) => (
        <OneChange key={i} change={change} names={names} />
      ))}
      {shown.length < changes.length && (
        <Button onClick={() => setAll(true)}>
          {t('change.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function OneChange({ change, names }: { change: Change; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('audit');
  const op = useEnum('AuditOp');
  const words = useAuditWords();
  const { type, id } = change.object;
  const name = names.get(id) ?? shortId(id);
  const lines = change.columns.length + change.links.length;
  return (
    <div className="audit-change">
      <p className="audit-change-head">
        <span className="tag">{op.label(change.op)}</span>{' '}
        <Link to={auditListPath({ object: id })}>
          {words.type(type)} {name}
        </Link>{' '}
        {change.erased && <span className="tag tag-alarm">{t('change.erased')}</span>}
      </p>
      {lines === 0 ? (
        <p className="hint-inline">{t('change.none')}</p>
      ) : (
        <div className="table-scroll">
          <table className="grid-table audit-columns">
            <caption className="visually-hidden">
              {t('change.caption', { type: words.type(type), name })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('change.column')}</th>
                <th scope="col">{t('change.old')}</th>
                <th scope="col">{t('change.new')}</th>
              </tr>
            </thead>
            <tbody>
              {change.columns.map((column) => (
                <ColumnRow key={column.name} change={change} column={column} />
              ))}
              {change.links.map((link) => (
                <tr key={link.name}>
                  <th scope="row">
                    <ColumnName type={type} column={link.name} />
                  </th>
                  <td>
                    <Tied label={t('change.removed')} ids={link.removed} names={names} />
                  </td>
                  <td>
                    <Tied label={t('change.added')} ids={link.added} names={names} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function ColumnName({ type, column }: { type: string; column: string }) {
  const { t } = useTranslation([
    'audit',
    'balance',
    'accounts',
    'indicator',
    'education',
    'rulebook',
    'measure',
    'organisationEdit',
    'power',
    'proceeding',
    'risk',
  ]);
  const word = columnWord(type, column);
  return word ? <span title={column}>{t(word)}</span> : <code>{column}</code>;
}

function ColumnRow({ change, column }: { change: Change; column: Change['columns'][number] }) {
  const { name, old, new: next, withheld } = column;
  const { type } = change.object;
  return (
    <tr>
      <th scope="row">
        <ColumnName type={type} column={name} />
      </th>
      <td className="prose">
        <Cell
          type={type}
          column={name}
          text={old}
          withheld={withheld && change.op !== 'CREATE'}
          mark="del"
        />
      </td>
      <td className="prose">
        <Cell
          type={type}
          column={name}
          text={next}
          withheld={withheld && change.op !== 'DELETE'}
          mark="ins"
        />
      </td>
    </tr>
  );
}

interface CellProps {
  type: string;
  column: string;
  text: string | null;
  withheld: boolean;
  mark: 'del' | 'ins';
}

function Cell({ type, column, text, withheld, mark: Mark }: CellProps) {
  const { t } = useTranslation('audit');
  const write = useValueText();
  if (text === null) {
    // Of a changed column the API tells that a side is withheld, not which.
    return <span className="zero">{t(withheld ? 'change.withheld' : 'change.empty')}</span>;
  }
  return <Mark className="audit-value">{write(columnValue(type, column, text))}</Mark>;
}

interface TiedProps {
  label: string;
  ids: string[];
  names: ReadonlyMap<string, string>;
}

function Tied({ label, ids, names }: TiedProps) {
  if (ids.length === 0) return <span className="zero">—</span>;
  return (
    <>
      {label}：
      <span className="names">
        {ids.map((id) => (
          <Link key={id} to={auditListPath({ object: id })}>
            {names.get(id) ?? shortId(id)}
          </Link>
        ))}
      </span>
    </>
  );
}
