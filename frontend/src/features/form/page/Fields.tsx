import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { isTyped } from '../draft/sheet';
import type { Column, FormProblem } from '../query';

interface BlockProps {
  columns: readonly Column[];
  fields: readonly string[];
}

/** Long ones take the whole width of the paper. */
const wide = new Set(['duties', 'powers']);

/** The cells of a form that stand once and are not typed: who it is about. */
export function FieldBlock({ columns, fields }: BlockProps) {
  const shown = columns.flatMap((column, i) =>
    isTyped(column) ? [] : [{ ...column, text: fields[i] ?? '' }],
  );
  if (shown.length === 0) return null;
  return (
    <dl className="paper-fields">
      {shown.map(({ code, title, text }) => (
        <div key={code} className={wide.has(code) ? 'is-wide' : undefined}>
          <dt>{title}</dt>
          <dd className="prose">{text || '—'}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PledgeProps extends BlockProps {
  problems: readonly FormProblem[];
  readOnly: boolean;
  /** Whose signature stands below on paper. */
  signer: string | undefined;
  onType: (place: number, text: string) => void;
}

/** Those that are typed, below the tables, with the place of the signature. */
export function Pledges({ columns, fields, problems, readOnly, signer, onType }: PledgeProps) {
  const { t } = useTranslation('form');
  const typed = columns.map((column, place) => ({ ...column, place })).filter(isTyped);
  if (typed.length === 0) return null;
  return (
    <div className="paper-pledges">
      {typed.map(({ code, title, required, place }) => {
        const id = `field-${code}`;
        const wrong = problems.filter(({ key, column }) => key === null && column === code);
        const text = fields[place] ?? '';
        return (
          <div key={code} className="paper-pledge">
            <label htmlFor={id}>
              {title}
              {required && <span className="required-mark"> *</span>}
            </label>
            <div>
              <Input.TextArea
                id={id}
                value={text}
                readOnly={readOnly}
                autoSize={{ minRows: 4 }}
                status={wrong.length > 0 ? 'error' : undefined}
                aria-required={required}
                aria-invalid={wrong.length > 0 || undefined}
                aria-describedby={wrong.length > 0 ? `${id}-wrong` : undefined}
                onChange={(event) => onType(place, event.target.value)}
              />
              {wrong.length > 0 && (
                <p id={`${id}-wrong`} className="field-wrong">
                  {wrong.map(({ message }) => message).join(' ')}
                </p>
              )}
              {signer && (
                <p className="paper-sign">
                  {t('sign', { name: signer })}
                  <span>{t('signDate')}</span>
                </p>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
