import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReviewedForm } from '../query';
import { useEnum } from '@/lib/enumLabel';

/** Why a form is not with those whose turn it would be, and with whom it is instead. */
export function TurnNote({ form }: { form: Pick<ReviewedForm, 'turn' | 'passedOver'> }) {
  const { t } = useTranslation('review');
  const role = useEnum('Role');
  const bar = useEnum('Bar');
  if (form.turn === 'OWN') return null;
  return (
    <Alert
      showIcon
      type={form.turn === 'NOBODY' ? 'warning' : 'info'}
      title={t(`turn.${form.turn}`)}
      description={
        form.passedOver.length > 0 && (
          <ul className="turn-passed">
            {form.passedOver.map(({ person, role: as, because }, i) => (
              <li key={i}>
                {t('turn.passed', {
                  name: person?.name ?? t('turn.account'),
                  role: role.label(as),
                  because: bar.label(because),
                })}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
