import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Names and values of one thing, in columns as wide as there is room. */
export function Facts({ items }: { items: [label: string, value: ReactNode][] }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {items.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>
            {value === '' || value === null || value === undefined ? (
              <span className="zero">{t('state.none')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
