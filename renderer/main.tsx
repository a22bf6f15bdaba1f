import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#app/App.tsx';
import { followLanguage } from '#app/follow-language.ts';
import { desktop } from '#desktop/desktop.ts';
import { sweepUnfinished } from '#store/assets.ts';
import { watchPreferences } from '#ui/preferences.ts';
import { followTheme, readTheme } from '#ui/theme.ts';
import '#ui/fonts.css';
import '#ui/tokens.css';
import '#ui/base.css';

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
