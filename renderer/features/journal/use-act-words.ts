import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { en, fr } from './act-words.ts';

/** Gives a function that says an act of the journal in the language of the tool. */
export function useActWords(): (act: string) => string {
  const { i18n } = useTranslation();
  const words = i18n.language === 'fr' ? fr : en;
  return useCallback((act) => words[act] ?? act, [words]);
}
