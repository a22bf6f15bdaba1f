import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '#ui/Button.tsx';
import { useAllCommands } from '#ui/command.ts';
import { Keys } from '#ui/Keys.tsx';
import styles from './Header.module.css';
import type { Place } from './routes.ts';

interface HeaderProps {
  readonly title: string;
  readonly place: Place;
  readonly onSearch: () => void;
  readonly onPanel: () => void;
}

/** Where one is, the box that finds and commands, and the two acts that everything begins and ends with. */
export function Header({ title, place, onSearch, onPanel }: HeaderProps) {
  const { t } = useTranslation('frame');
  const [, go] = useLocation();
  const commands = useAllCommands();
  const act = (id: string) => commands.find((command) => command.id === id);
  const add = act('evidence.add');
  const exportFile = act('case-file.export');
  return (
    <header className={styles.header}>
      <div className={styles.where}>
        <button type="button" className={styles.home} onClick={() => go('/')} title={t('toStart')}>
          {t('casebound')}
        </button>
        <span className={styles.title} dir="auto">
          {title}
        </span>
        <span aria-hidden="true">▸</span>
        <span>{t(place.view)}</span>
      </div>
      <button type="button" className={styles.search} onClick={onSearch}>
        <span>{t('search')}</span>
        <Keys keys="Mod+K" />
      </button>
      <div className={styles.acts}>
        <span className={styles.offline} title={t('offlineHint')}>
          <span className={styles.ring} aria-hidden="true" />
          {t('offline')}
        </span>
        <button
          type="button"
          className={styles.panelToggle}
          onClick={onPanel}
          title={t('togglePanel')}
          aria-label={t('togglePanel')}
        >
          <span className={styles.panelGlyph} aria-hidden="true" />
        </button>
        {add && (
          <Button keys={place.view === 'notes' ? undefined : add.keys?.[0]} onPress={add.run}>
            {t('addEvidence')}
          </Button>
        )}
        {exportFile && (
          <Button variant="primary" onPress={exportFile.run}>
            {t('exportCaseFile')}
          </Button>
        )}
      </div>
    </header>
  );
}
