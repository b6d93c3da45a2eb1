import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from 'antd/es/locale';
import type zh from '@/locales/zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh;
  }
}

export const languages = { zh: '简体中文', en: 'English' } as const;
export type Language = keyof typeof languages;

const storageKey = 'sineng.language';

/** The stored choice; Chinese unless somebody chose otherwise. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    // Storage may be switched off by policy; the page works without it.
    return 'zh';
  }
}

// Each language is a chunk of its own: a reader needs one of them.
const dictionaries = {
  zh: () => import('@/locales/zh'),
  en: () => import('@/locales/en'),
};

const antdWords: Partial<Record<Language, Locale>> = {};

/** antd's own words in the present language. */
export function antdLocale(): Locale | undefined {
  return antdWords[currentLanguage()];
}

async function load(i18n: I18n, language: Language) {
  if (i18n.hasResourceBundle(language, 'common')) return;
  const { default: namespaces, antd } = await dictionaries[language]();
  antdWords[language] = antd;
  for (const [name, words] of Object.entries(namespaces)) {
    i18n.addResourceBundle(language, name, words);
  }
}

export async function startI18n(language: Language = storedLanguage()): Promise<I18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  await changeLanguage(language);
  return i18next;
}

export async function changeLanguage(language: Language) {
  await load(i18next, language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // See storedLanguage.
  }
  document.documentElement.lang = htmlLang(language);
  await i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function htmlLang(language: Language) {
  return language === 'en' ? 'en' : 'zh-CN';
}
