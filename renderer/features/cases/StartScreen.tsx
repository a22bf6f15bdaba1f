import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { desktop } from '#desktop/desktop.ts';
import type { Id } from '#domain/id.ts';
import { Button } from '#ui/Button.tsx';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import { CaseList } from './CaseList.tsx';
import { NewCase } from './NewCase.tsx';
import { openSample } from './open-sample.ts';
import { Settings } from './Settings.tsx';
import styles from './StartScreen.module.css';

/** The first thing one sees: the cases on this device and the three ways to get one. `openFile` is the way in for case files. */
export function StartScreen({ openFile }: { readonly openFile: ReactNode }) {
  const { t } = useTranslation('cases');
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const [settings, setSettings] = useState(false);
  const open = (id: Id) => go(`/case/${id}/notes`);
  const [sample, sampling] = useAction(async () => open(await openSample()));
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <div>
          <h1>Casebound</h1>
          <p>{t('tagline')}</p>
        </div>
        <Button variant="quiet" onPress={() => setSettings(true)}>
          {t('settings')}
        </Button>
      </header>
      <div className={styles.acts}>
        <Button variant="primary" onPress={() => setMaking(true)}>
          {t('newCase')}
        </Button>
        {openFile}
        <Button onPress={() => void sample()} isDisabled={sampling.busy}>
          {t('openSample')}
        </Button>
      </div>
      <p className={styles.hint}>{t('sampleHint')}</p>
      {sampling.busy && <Progress label={t('openingSample')} />}
      <CaseList onOpen={open} />
      <footer className={styles.foot}>{t('version', { version: desktop.version })}</footer>
      {making && <NewCase onClose={() => setMaking(false)} onMade={open} />}
      {settings && <Settings onClose={() => setSettings(false)} />}
    </main>
  );
}
