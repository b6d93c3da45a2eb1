import type { ReactNode } from 'react';
import { Empty as AntEmpty } from 'antd';
import { useTranslation } from 'react-i18next';

/** Says that there is nothing, and offers what to do about it. */
export function Empty({ text, children }: { text?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <AntEmpty image={AntEmpty.PRESENTED_IMAGE_SIMPLE} description={text ?? t('state.empty')}>
      {children}
    </AntEmpty>
  );
}
