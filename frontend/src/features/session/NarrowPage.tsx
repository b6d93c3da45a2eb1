import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { usePageTitle } from '@/ui/usePageTitle';

/** A page without the shell: one form in the middle. */
export function NarrowPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  usePageTitle(title);
  return (
    <main className="narrow-page">
      <div className="narrow-head">
        <div className="narrow-brand">
          {t('app.name')}
          <small>{t('app.tagline')}</small>
        </div>
        <LanguageSwitch />
      </div>
      <div className="panel">
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}
