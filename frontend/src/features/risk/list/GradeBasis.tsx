import { useTranslation } from 'react-i18next';
import type { RiskItem } from './query';

/** What the decided grade stands on where it is no regular decision on the present text. */
export function GradeBasis({ risk }: { risk: Pick<RiskItem, 'outdated' | 'opening'> }) {
  const { t } = useTranslation('risk');
  if (!risk.outdated && !risk.opening) return '—';
  return (
    <>
      {risk.outdated && (
        <span className="tag tag-alarm" title={t('detail.outdated')}>
          {t('list.outdated')}
        </span>
      )}{' '}
      {risk.opening && <span className="tag">{t('list.opening')}</span>}
    </>
  );
}
