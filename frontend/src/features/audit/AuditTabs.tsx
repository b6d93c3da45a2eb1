import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import './audit.css';

/** Ways between the pages of the log. */
export function AuditTabs() {
  const { t } = useTranslation('audit');
  return (
    <nav aria-label={t('tabs.label')} className="audit-tabs">
      <NavLink to="/audit" end>
        {t('tabs.entries')}
      </NavLink>
      <NavLink to="/audit/reads">{t('tabs.reads')}</NavLink>
      <NavLink to="/audit/log">{t('tabs.log')}</NavLink>
    </nav>
  );
}
