import { useTranslation } from 'react-i18next';
import { formatMoment } from '#domain/format-moment.ts';
import type { Part } from '#domain/intake/importer.ts';
import { useLanguage } from '#features/cases/language.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { ChatHereWords } from './ChatHereWords.tsx';
import { PickMessages } from './chat/PickMessages.tsx';
import {
  type Here,
  isAllHere,
  type Mappings,
  type Picks,
  serviceMessages,
  withFinds,
  withPart,
  withService,
} from './choices.ts';
import styles from './IntakeView.module.css';
import type { Found } from './intake-protocol.ts';
import { MapColumns } from './table/MapColumns.tsx';
import { useImporterWords } from './use-importer-words.ts';
import type { Choices } from './use-intake.ts';

export interface FoundLineProps {
  readonly found: Found;
  readonly here: Here | null;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly picks: Picks;
  readonly onPicks: (picks: Picks) => void;
  readonly mappings: Mappings;
  readonly onMappings: (mappings: Mappings) => void;
}

/** One find: what it says it is, what is in it, and its parts to take or leave where it has several. */
export function FoundLine(props: FoundLineProps) {
  const { found, here, choices, onChoices, mappings } = props;
  const { t } = useTranslation('intake');
  const words = useImporterWords();
  const { parts, title } = found.survey;
  const choice = choices.get(found.n);
  const [only] = parts;
  const service = serviceMessages(found, choice);
  return (
    <li className={styles.find}>
      <div className={styles.findHead}>
        <Checkbox
          isSelected={choice !== undefined}
          isIndeterminate={choice !== undefined && choice.parts.size < parts.length}
          isDisabled={parts.length === 0}
          onChange={(isChosen) => onChoices(withFinds(choices, [found], isChosen, mappings))}
        >
          <bdi>{words.title(title) || found.main}</bdi>
        </Checkbox>
        {parts.length === 1 && only && <PartFacts part={only} />}
        {parts.length === 1 && only && <PickMessages {...props} part={only} />}
        {here && <HereWords here={here} />}
        {parts.some(({ chat }) => chat) && <ChatHereWords parts={parts} />}
        <span className={styles.path} title={found.main}>
          <bdi>{found.main}</bdi>
          {found.belongs > 0 && ` ${t('andBelongs', { count: found.belongs })}`}
        </span>
      </div>
      {service > 0 && (
        <div className={styles.parts}>
          <Checkbox
            isSelected={choice?.sorts !== undefined}
            onChange={(isChosen) => onChoices(withService(choices, found, isChosen))}
          >
            {t('serviceToo', { count: service })}
          </Checkbox>
        </div>
      )}
      {parts.length > 1 && (
        <ul className={styles.parts} aria-label={t('parts')}>
          {parts.map((part) => (
            <li key={part.id}>
              <Checkbox
                isSelected={choice?.parts.has(part.id) === true}
                isDisabled={part.needs !== undefined && !mappings.has(found.n)}
                onChange={(isChosen) => onChoices(withPart(choices, found, part.id, isChosen))}
              >
                <bdi>{words.title(part.title)}</bdi>
              </Checkbox>
              <PartFacts part={part} />
              <PickMessages {...props} part={part} />
              <MapColumns {...props} part={part} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** How many of what, from when to when. */
function PartFacts({ part }: { readonly part: Part }) {
  const { t } = useTranslation('intake');
  const [language] = useLanguage();
  const words = useImporterWords();
  const { first, last } = part;
  const counts = Object.entries(part.counts).map(([sort, count]) => words.count(sort, count));
  const [begin, end] = [first && formatMoment(first, language), last && formatMoment(last, language)];
  const when =
    begin !== undefined && end !== undefined && begin !== end ? t('between', { begin, end }) : (begin ?? end);
  return <span className={styles.quiet}>{[...counts, ...(when === undefined ? [] : [when])].join(' · ')}</span>;
}

/** What of it the case holds already; nothing when it is all new. */
function HereWords({ here }: { readonly here: Here }) {
  const { t } = useTranslation('intake');
  const words = [
    ...(here.twinOf !== undefined ? [t('twinOf', { name: here.twinOf })] : []),
    ...(here.alsoIn.length > 0 ? [t('alsoIn', { exhibits: here.alsoIn.join(', ') })] : []),
    ...(isAllHere(here) && here.inTrash === 0 && here.twinOf === undefined ? [t('isHere')] : []),
    ...(!isAllHere(here) && here.here > 0 && here.twinOf === undefined ? [t('someHere', { count: here.here })] : []),
    ...(here.inTrash > 0 ? [t('inTrash', { count: here.inTrash })] : []),
    ...(here.edited > 0 ? [t('edited', { count: here.edited })] : []),
  ];
  if (words.length === 0) return null;
  return <span className={styles.here}>{words.join(' · ')}</span>;
}
