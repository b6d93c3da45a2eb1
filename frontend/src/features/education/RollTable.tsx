import { useState } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Participant } from './query';
import { markOf, withChange, type Mark, type Marks } from './roll';
import { Attended } from './SessionState';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';

interface Props {
  people: readonly Participant[];
  /** What is marked; without it the table only shows. */
  marks?: Marks;
  onMark?: (id: string, mark: Mark) => void;
  /** Who is to be taken out; without it nobody is. */
  removed?: ReadonlySet<string>;
  onRemove?: (id: string, remove: boolean) => void;
}

/** More than these are looked for by name. */
const few = 12;

/** Who is expected and how they took part: as a list, or to mark those who did not come. */
export function RollTable({ people, marks, onMark, removed, onRemove }: Props) {
  const { t } = useTranslation('education');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const shown = text
    ? people.filter(({ name, department }) => name.includes(text) || department.includes(text))
    : people;
  return (
    <>
      {people.length > few && (
        <Input
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          placeholder={t('roll.find')}
          aria-label={t('roll.find')}
          allowClear
          className="education-find"
        />
      )}
      <div className="table-scroll" role="region" tabIndex={0} aria-label={t('roll.title')}>
        <table className="grid-table education-roll">
          <caption className="visually-hidden">{t('roll.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('roll.name')}</th>
              <th scope="col">{t('roll.department')}</th>
              <th scope="col">{t('roll.post')}</th>
              <th scope="col">{t('roll.attendance')}</th>
              <th scope="col">{t('roll.note')}</th>
              {onRemove && <th scope="col">{t('roll.remove')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id} className={removed?.has(one.id) ? 'education-removed' : undefined}>
                <th scope="row">{one.name}</th>
                <td>{one.department || <span className="zero">—</span>}</td>
                <td>{one.post || <span className="zero">—</span>}</td>
                {marks && onMark && !removed?.has(one.id) ? (
                  <Marking
                    one={one}
                    mark={markOf(one, marks)}
                    onChange={(mark) => onMark(one.id, mark)}
                  />
                ) : (
                  <>
                    <td className="nowrap">
                      <Attended {...one} />
                    </td>
                    <td>{one.note || <span className="zero">—</span>}</td>
                  </>
                )}
                {onRemove && (
                  <td>
                    <input
                      type="checkbox"
                      checked={removed?.has(one.id) ?? false}
                      onChange={({ target }) => onRemove(one.id, target.checked)}
                      aria-label={t('roll.removeOne', { name: one.name })}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="hint">{t('roll.none')}</p>}
    </>
  );
}

const values: Enum<'Attendance'>[] = ['ATTENDED', 'EXCUSED', 'ABSENT'];

interface MarkingProps {
  one: Participant;
  mark: Mark;
  onChange: (mark: Mark) => void;
}

/**
 * The cells by which somebody is marked. The browser's own radio buttons: one stop for the keyboard in each row, and arrows
 * to choose; there may be hundreds.
 */
function Marking({ one, mark, onChange }: MarkingProps) {
  const { t } = useTranslation('education');
  const words = useEnum('Attendance');
  const away = mark.attendance !== 'ATTENDED';
  return (
    <>
      <td className="nowrap">
        <div role="radiogroup" aria-label={t('roll.of', { name: one.name })}>
          {values.map((value) => (
            <label key={value} className={`education-choice education-${value}`}>
              <input
                type="radio"
                name={`attendance-${one.id}`}
                checked={mark.attendance === value}
                onChange={() => onChange(withChange(mark, { attendance: value }))}
              />
              {words.label(value)}
            </label>
          ))}
        </div>
      </td>
      <td>
        {away || mark.note ? (
          <div className="education-note">
            <Input
              value={mark.note}
              maxLength={500}
              onChange={({ target }) => onChange(withChange(mark, { note: target.value }))}
              placeholder={t('roll.notePlaceholder')}
              aria-label={t('roll.noteOf', { name: one.name })}
            />
            {away && (
              <label className="education-made">
                {t('roll.madeUpOn')}
                <DateInput
                  value={mark.madeUpOn}
                  onChange={(day) => onChange(withChange(mark, { madeUpOn: day }))}
                  aria-label={t('roll.madeUpOf', { name: one.name })}
                />
              </label>
            )}
          </div>
        ) : (
          <span className="zero">—</span>
        )}
      </td>
    </>
  );
}
