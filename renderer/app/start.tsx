import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { desktop } from '#desktop/desktop.ts';
import { sweepUnfinished } from '#store/assets.ts';
import { watchPreferences } from '#ui/preferences.ts';
import { followTheme, readTheme } from '#ui/theme.ts';
import { App } from './App.tsx';
import { followLanguage } from './follow-language.ts';

/** Shows the app in the page. */
export async function start(): Promise<void> {
  followTheme();
  desktop.setTheme(readTheme());
  watchPreferences(() => desktop.setTheme(readTheme()));
  await followLanguage();

  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the app.');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

  void sweepUnfinished();
}
