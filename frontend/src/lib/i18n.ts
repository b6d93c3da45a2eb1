import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from 'antd/es/locale';
import type later from '@/locales/later.zh';
import type zh from '@/locales/zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh & typeof later;
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

// And so are the words that only some pages need.
const laterDictionaries = {
  zh: () => import('@/locales/later.zh'),
  en: () => import('@/locales/later.en'),
};
let laterWanted = false;

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

async function loadLater(i18n: I18n, language: Language) {
  if (!laterWanted || i18n.hasResourceBundle(language, 'form')) return;
  const { default: namespaces } = await laterDictionaries[language]();
  for (const [name, words] of Object.entries(namespaces)) {
    i18n.addResourceBundle(language, name, words, true);
  }
}

/** Has the words that only some pages need, in this language and in any that is chosen later. */
export async function laterWords() {
  laterWanted = true;
  await loadLater(i18next, currentLanguage());
}

/** Loads a page together with words that only some pages need. */
export function withLaterWords<T>(page: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([page(), laterWords()]))[0];
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
  await Promise.all([load(i18next, language), loadLater(i18next, language)]);
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
