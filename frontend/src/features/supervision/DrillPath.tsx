import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Matrix } from './query';
import { supervisionPath, type SupervisionState } from './state';
import { useViewer } from '@/lib/viewer';
import { firstOpen } from '@/lib/withinHome';

/** The way from the top to the unit looked at; each step keeps the conditions. */
export function DrillPath({ unit, state }: { unit: Matrix['unit']; state: SupervisionState }) {
  const { t } = useTranslation('supervision');
  const { homeUnits } = useViewer();
  const top = homeUnits.length > 1 || !unit;
  const path = unit?.path ?? [];
  const first = firstOpen(path, homeUnits);
  return (
    <nav aria-label={t('drill')}>
      <ol className="breadcrumb drill-path">
        {top && (
          <li>
            {unit ? (
              <Link to={supervisionPath({ ...state, unit: undefined })}>{t('top')}</Link>
            ) : (
              <strong aria-current="location">{t('top')}</strong>
            )}
          </li>
        )}
        {path.map((step, i) => (
          <li key={step.id}>
            {step.id === unit?.id ? (
              <strong aria-current="location">{step.name}</strong>
            ) : i < first ? (
              step.name
            ) : (
              <Link to={supervisionPath({ ...state, unit: step.id })}>{step.name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
