import { useTranslation } from 'react-i18next';
import type { Moved } from '../query';
import { useEnum } from '@/lib/enumLabel';

/** Whose supervision goes to whom, with how many risk points of each grade. */
export function MovedList({ moved }: { moved: Moved[] }) {
  const { t } = useTranslation('balanceCompare');
  const part = useEnum('SupervisionPart');
  const names = (people: Moved['from']) =>
    people.map(({ name }) => name).join(t('moved.and')) || t('moved.nobody');
  if (moved.length === 0) return <p className="hint-inline">{t('moved.none')}</p>;
  return (
    <ul>
      {moved.map((one, i) => (
        <li key={i}>
          {t('moved.one', {
            unit: one.unit?.name ?? t('moved.hidden'),
            part: part.label(one.part),
            from: names(one.from),
            to: names(one.to),
          })}
          {(['a', 'b', 'c', 'ungraded'] as const)
            .filter((grade) => one[grade] > 0)
            .map((grade) => t(`moved.${grade}`, { n: one[grade] }))
            .join(t('moved.and'))}
        </li>
      ))}
    </ul>
  );
}
