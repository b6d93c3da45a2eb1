import { useTranslation } from 'react-i18next';
import type { Enum } from '@/gql';

type Grade = Enum<'Grade'>;

// Shapes tell the grades apart without colour: a filled octagon, a triangle, a circle, an empty ring.
const shapes: Record<Grade | 'none', string> = {
  A: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  B: 'M8 1l7 13H1z',
  C: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  none: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
};

/** A grade with its letter, its word, a shape and a colour; never a colour alone. */
export function GradeBadge({ grade }: { grade: Grade | null | undefined }) {
  const { t } = useTranslation();
  const name = grade ?? 'none';
  return (
    <span className={`grade grade-${name}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={shapes[name]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {grade ? `${grade} ${t(`grade.${grade}`)}` : t('grade.none')}
    </span>
  );
}
