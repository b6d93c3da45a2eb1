import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Titles the browser's tab: the page first, so that tabs can be told apart. */
export function usePageTitle(title: string) {
  const { t } = useTranslation();
  const app = t('app.name');
  useEffect(() => {
    document.title = title ? `${title} - ${app}` : app;
  }, [title, app]);
}
