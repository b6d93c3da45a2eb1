import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnitActions } from './edit/UnitActions';
import type { UnitPartProps } from './unitPart';
import { balancePath } from '@/features/balance/door';
import { CountTiles, supervisionPath } from '@/features/supervision/door';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';

type Props = UnitPartProps & { onTreeChanged: () => void };

/** Name and place of the unit, and what stands under it. */
export function UnitSummary({ unit, onChanged, onTreeChanged }: Props) {
  const { t } = useTranslation(['organisation', 'balance']);
  const kind = useEnum('UnitKind');
  const above = unit.path.filter((step) => step.id !== unit.id);
  return (
    <section className="panel">
      <h2 className="panel-head">
        <span>
          {unit.name}
          {unit.closedOn && (
            <span className="tag tag-alarm">{t('closed', { date: unit.closedOn })}</span>
          )}
        </span>
        <UnitActions
          unit={unit}
          onChanged={() => {
            onChanged();
            onTreeChanged();
          }}
        />
      </h2>
      <Facts
        items={[
          [t('field.code'), unit.code],
          [t('field.kind'), kind.label(unit.kind)],
          [
            t('field.parent'),
            above.length > 0 && (
              <span className="names">
                {above.map((step) => (
                  <Link key={step.id} to={`/organisation?unit=${step.id}`}>
                    {step.name}
                  </Link>
                ))}
              </span>
            ),
          ],
          [t('field.children'), unit.childCount],
        ]}
      />
      {unit.riskCounts && (
        <>
          <CountTiles counts={unit.riskCounts} unitId={unit.id} />
          <p className="names">
            <Link to={supervisionPath({ unit: unit.id })}>{t('toSupervision')}</Link>
            {unit.allowedActions.includes('READ_REGISTER') && (
              <Link to={balancePath(unit.id)}>{t('balance:see')}</Link>
            )}
          </p>
        </>
      )}
    </section>
  );
}
