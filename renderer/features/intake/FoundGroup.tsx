import { useTranslation } from 'react-i18next';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { type Here, isAllHere, type Mappings, type Picks, withFinds } from './choices.ts';
import { Findings } from './Findings.tsx';
import { FoundLine } from './FoundLine.tsx';
import styles from './IntakeView.module.css';
import type { Found } from './intake-protocol.ts';
import { useImporterWords } from './use-importer-words.ts';
import type { Choices } from './use-intake.ts';

export interface FoundGroupProps {
  readonly importer: string;
  readonly finds: readonly Found[];
  readonly here: ReadonlyMap<number, Here | null>;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly picks: Picks;
  readonly onPicks: (picks: Picks) => void;
  readonly mappings: Mappings;
  readonly onMappings: (mappings: Mappings) => void;
}

/** More lines than this are not drawn; what is beyond is chosen or left with its group. */
const MOST_LINES = 200;

/** All finds of one sort: how many, how large, what is told of them, and each of them to take or leave. */
export function FoundGroup({ importer, finds, here, ...choosing }: FoundGroupProps) {
  const { choices, onChoices, mappings } = choosing;
  const { t, i18n } = useTranslation('intake');
  const words = useImporterWords();
  const bytes = finds.reduce((sum, found) => sum + found.bytes, 0);
  const chosen = finds.filter(({ n }) => choices.has(n)).length;
  const allHere = finds.filter(({ n }) => isAllHere(here.get(n))).length;
  const title = words.importer(importer, finds.length);
  return (
    <section className={styles.group} aria-label={title}>
      <header className={styles.groupHead}>
        <Checkbox
          isSelected={chosen === finds.length}
          isIndeterminate={chosen > 0 && chosen < finds.length}
          onChange={(isChosen) => onChoices(withFinds(choices, finds, isChosen, mappings))}
        >
          <strong>{title}</strong>
        </Checkbox>
        <span className={styles.quiet}>{formatBytes(bytes, i18n.language)}</span>
        {allHere > 0 && <span className={styles.here}>{t('allHere', { count: allHere })}</span>}
      </header>
      {finds[0]?.leftUnlessChosen && (
        <p className={styles.hint}>{t(importer === 'table' ? 'tableHint' : 'othersHint')}</p>
      )}
      <ul className={styles.finds}>
        {finds.slice(0, MOST_LINES).map((found) => (
          <FoundLine key={found.n} found={found} here={here.get(found.n) ?? null} {...choosing} />
        ))}
      </ul>
      {finds.length > MOST_LINES && <p className={styles.quiet}>{t('more', { count: finds.length - MOST_LINES })}</p>}
      <Findings findings={finds.flatMap(({ survey }) => survey.findings)} />
    </section>
  );
}
