import { useTranslation } from 'react-i18next';
import type { NoticeSettings } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

const tags = { PENDING: 'tag tag-wait', SENT: 'tag tag-good', FAILED: 'tag tag-alarm' };

/** The last deliveries, with the reason of those that did not arrive. */
export function Deliveries({ deliveries }: Pick<NoticeSettings, 'deliveries'>) {
  const { t } = useTranslation('notify');
  const channel = useEnum('NoticeChannel');
  const state = useEnum('DeliveryState');
  if (deliveries.length === 0) return null;
  const reason = (code: string) => {
    const [, status] = /^STATUS_(\d+)$/.exec(code) ?? [];
    if (status) return t('failures.STATUS', { status });
    return t(`failures.${code as 'NO_ANSWER'}`, { defaultValue: code });
  };
  return (
    <section className="panel" aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">{t('deliveries')}</h2>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="deliveries-title">
        <table className="grid-table list-table">
          <thead>
            <tr>
              <th scope="col">{t('channel')}</th>
              <th scope="col">{t('madeAt')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('failure')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one) => (
              <tr key={one.id}>
                <td>{channel.label(one.channel)}</td>
                <td className="nowrap">{formatTime(one.madeAt)}</td>
                <td>
                  <span className={tags[one.state]}>{state.label(one.state)}</span>
                </td>
                <td>
                  {one.failure && reason(one.failure)}
                  {one.failure && one.state === 'PENDING' && (
                    <span className="hint-inline">
                      {t('again', { count: one.attempts, time: formatTime(one.nextAt) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
