import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseFileActs } from '#features/case-file/CaseFileActs.tsx';
import { CaseDetails } from '#features/cases/CaseDetails.tsx';
import { Settings } from '#features/cases/Settings.tsx';
import { WorkbenchContext } from '#features/cases/workbench.ts';
import { IntakeContext, useIntakeState } from '#features/intake/use-intake.ts';
import { signAs } from '#store/sign-as.ts';
import { useOpenCase, useRecord } from '#store/use-case.ts';
import { Drawer } from '#ui/Drawer.tsx';
import { Panes, type PanesHandle } from '#ui/Panes.tsx';
import styles from './CaseFrame.module.css';
import { CommandBox } from './CommandBox.tsx';
import { FrameCommands } from './FrameCommands.tsx';
import { Header } from './Header.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { Rail } from './Rail.tsx';
import { useWorkbenchState } from './routes.ts';
import { StatusBar } from './StatusBar.tsx';
import { useNarrow } from './use-narrow.ts';
import { Beside, Dialogs, Work } from './views.tsx';

/** A case: header, views at the left, the work, the evidence beside it, and the state of things beneath. */
export function CaseFrame() {
  const { t } = useTranslation('frame');
  const opened = useOpenCase();
  const record = useRecord('cases', opened.id);
  const panes = useRef<PanesHandle>(null);
  const narrow = useNarrow();
  const [drawer, setDrawer] = useState(false);
  const [open, setOpen] = useState<'palette' | 'settings' | 'help' | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const showPanel = useCallback(() => (narrow ? setDrawer(true) : panes.current?.showPanel()), [narrow]);
  const togglePanel = useCallback(() => (narrow ? setDrawer((open) => !open) : panes.current?.togglePanel()), [narrow]);
  const toggleRail = useCallback(() => panes.current?.toggleRail(), []);
  const openPalette = useCallback(() => setOpen('palette'), []);
  const workbench = useWorkbenchState(opened.id, showPanel);
  const intake = useIntakeState(opened.id);
  const title = record?.title ?? '';

  useEffect(() => {
    document.title = title ? `${title} · Casebound` : 'Casebound';
    return () => {
      document.title = 'Casebound';
    };
  }, [title]);

  const panel = <Beside />;
  const listsEvidence = workbench.place.view === 'evidence' && workbench.place.target === null;
  return (
    <WorkbenchContext value={workbench}>
      <IntakeContext value={intake}>
        <div className={styles.frame}>
          <Header title={title} place={workbench.place} onSearch={openPalette} onPanel={togglePanel} />
          <main className={styles.main}>
            <Panes
              ref={panes}
              storageKey="case"
              rail={<Rail place={workbench.place} />}
              work={
                <div className={styles.work}>
                  <Work place={workbench.place} filter={workbench.filter} />
                </div>
              }
              panel={
                narrow || (listsEvidence && workbench.beside === null) ? null : (
                  <section className={styles.panel} aria-label={t('evidencePanel')}>
                    {panel}
                  </section>
                )
              }
              railSizeLabel={t('railSize')}
              panelSizeLabel={t('panelSize')}
            />
          </main>
          <StatusBar />
          {narrow && (
            <Drawer label={t('evidencePanel')} isOpen={drawer} onClose={() => setDrawer(false)}>
              {panel}
            </Drawer>
          )}
          <CommandBox isOpen={open === 'palette'} onClose={close} />
          {open === 'help' && <KeyboardHelp onClose={close} />}
          {open === 'settings' && (
            <Settings onClose={close} onName={(person) => signAs(opened.id, person)}>
              <CaseDetails />
            </Settings>
          )}
          <Dialogs />
          <CaseFileActs note={workbench.place.target?.table === 'notes' ? workbench.place.target.id : null} />
          <FrameCommands show={setOpen} togglePanel={togglePanel} toggleRail={toggleRail} />
        </div>
      </IntakeContext>
    </WorkbenchContext>
  );
}
