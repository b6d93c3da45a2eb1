import { PlusOutlined, UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { riskListPath } from '@/features/risk/door';
import type { Translate } from '@/lib/feature';
import { useVisibleItems } from '@/lib/navigation';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';

/** The pages of the menu and what is done most often, as buttons. */
export function Shortcuts() {
  const { t } = useTranslation('home');
  const viewer = useViewer();
  const pages = useVisibleItems().filter((item) => item.path !== '/');
  return (
    <section className="panel">
      <h2>{t('shortcuts')}</h2>
      <div className="shortcuts">
        {can(viewer, 'RECORD_RISK') && (
          <LinkButton type="primary" icon={<PlusOutlined />} to="/risks/new">
            {t('record')}
          </LinkButton>
        )}
        {can(viewer, 'READ_REGISTER') && viewer.person && (
          <LinkButton icon={<UserOutlined />} to={riskListPath({ person: viewer.person.id })}>
            {t('mine')}
          </LinkButton>
        )}
        {pages.map((item) => (
          <LinkButton key={item.path} icon={item.icon} to={item.path}>
            {item.label(t as unknown as Translate)}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}
