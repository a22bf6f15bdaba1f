import { getPreference, oneOf, type Preference, usePreference, watchPreferences } from './preferences.ts';

/** Which colours the window wears; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark';

const THEME: Preference<Theme> = { key: 'theme', fallback: 'system', read: oneOf('system', 'light', 'dark') };

/** The chosen theme and the function that changes it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return usePreference(THEME);
}

/** The chosen theme, outside React. */
export function readTheme(): Theme {
  return getPreference(THEME);
}

/** Puts the theme on the document, now and whenever the choice or the machine changes. Call once, before rendering. */
export function followTheme(): () => void {
  const machine = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const theme = getPreference(THEME);
    const dark = theme === 'dark' || (theme === 'system' && machine.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
  apply();
  machine.addEventListener('change', apply);
  const unwatch = watchPreferences(apply);
  return () => {
    machine.removeEventListener('change', apply);
    unwatch();
  };
}
