import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languagePreference } from '#features/cases/language.ts';
import { getPreference, watchPreferences } from '#ui/preferences.ts';
import { en, fr } from './messages.ts';

/** What dates and numbers are written by: English as the day stands before the month. */
const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr' };

/** Loads the texts and keeps the tool, and the document's `lang`, in the chosen language. Call once, before rendering. */
export async function followLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en, fr },
    lng: locales[getPreference(languagePreference)],
    fallbackLng: 'en',
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
  });
  const apply = () => {
    const language = getPreference(languagePreference);
    document.documentElement.lang = language;
    if (i18next.language !== locales[language]) void i18next.changeLanguage(locales[language]);
  };
  apply();
  watchPreferences(apply);
}
