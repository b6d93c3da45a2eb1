import { useTranslation } from 'react-i18next';

/** A text that stands as it was written, since it names no one person; nothing where there is none. */
export function AsWritten({ text }: { text: string }) {
  const { t } = useTranslation();
  if (!text) return null;
  return (
    <span className="prose">
      {' '}
      {text} <span className="hint-inline">{t('asWritten')}</span>
    </span>
  );
}
