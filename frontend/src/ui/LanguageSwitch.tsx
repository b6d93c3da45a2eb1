import { Button } from 'antd';
import { changeLanguage, currentLanguage, languages } from '@/lib/i18n';
import { useTranslation } from 'react-i18next';

/** Names the other language in its own words, so that it is found by who needs it. */
export function LanguageSwitch() {
  useTranslation(); // draws again when the language changes
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => changeLanguage(other)}
    >
      {languages[other]}
    </Button>
  );
}
