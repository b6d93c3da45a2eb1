import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Deliveries } from './Deliveries';
import { SettingsQuery } from './query';
import { SettingsForm } from './SettingsForm';
import { WebhookSecret } from './WebhookSecret';
import './notify.css';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** On which channels the reader is told, beside the page. */
export function Component() {
  const { t } = useTranslation('notify');
  const [result, reload] = useQuery({ query: SettingsQuery, requestPolicy: 'cache-and-network' });
  const [secret, setSecret] = useState<string | null>(null);
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <>
      <PageHeader title={t('settings')} crumbs={[{ title: t('title'), to: '/notices' }]} />
      <Query result={result} onRetry={again} rows={6}>
        {({ noticeSettings }) => (
          <>
            <section className="panel">
              <p className="hint">{t('what')}</p>
              <SettingsForm settings={noticeSettings} onSecret={setSecret} onChanged={again} />
            </section>
            <Deliveries deliveries={noticeSettings.deliveries} />
          </>
        )}
      </Query>
      {secret && <WebhookSecret secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
