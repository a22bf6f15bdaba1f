import { useCallback } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { OpenCaseFile, OpenCaseFileButton } from '#features/case-file/OpenCaseFile.tsx';
import { StartScreen } from '#features/cases/StartScreen.tsx';
import { useCommandKeys } from '#ui/command.ts';
import { FailureScreen } from '#ui/FailureScreen.tsx';
import { MoreOffersWords } from '#ui/first-offers.tsx';
import { useKeptFocus } from '#ui/keep-focus.ts';
import { Toasts } from '#ui/toasts.tsx';
import { CaseWindow } from './CaseWindow.tsx';
import { NativeMenu } from './NativeMenu.tsx';

/** The whole window: the start screen, or one case. */
export function App() {
  const { t, i18n } = useTranslation('frame');
  useCommandKeys();
  useKeptFocus();
  const moreOffers = useCallback((count: number) => t('moreOffers', { count }), [t]);
  const words = () => ({
    title: t('failed'),
    text: t('failedHint'),
    detailsLabel: t('details'),
    copyLabel: t('copyDetails'),
    copiedLabel: t('copied'),
    againLabel: t('startAgain'),
  });
  return (
    <I18nProvider locale={i18n.language}>
      <FailureScreen words={words}>
        <MoreOffersWords value={moreOffers}>
          <Router hook={useHashLocation}>
            <Switch>
              <Route path="/case/:id/*?">{({ id }) => <CaseWindow key={id} id={id} />}</Route>
              <Route>
                <StartScreen openFile={<OpenCaseFileButton />} />
              </Route>
            </Switch>
            <OpenCaseFile />
          </Router>
        </MoreOffersWords>
        <NativeMenu />
        <Toasts dismissLabel={t('dismiss')} failedText={t('actFailed')} />
      </FailureScreen>
    </I18nProvider>
  );
}
