import { oneOf, type Preference, usePreference } from '#ui/preferences.ts';

export type Language = 'en' | 'fr';

/** The language of the tool; what people and sources wrote keeps its own. */
export const languagePreference: Preference<Language> = {
  key: 'language',
  fallback: navigator.language.startsWith('fr') ? 'fr' : 'en',
  read: oneOf('en', 'fr'),
};

/** The language of the tool and the function that changes it. */
export function useLanguage(): [Language, (language: Language) => void] {
  return usePreference(languagePreference);
}
