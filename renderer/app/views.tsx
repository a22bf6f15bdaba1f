import { useTranslation } from 'react-i18next';
import { type Target, useWorkbench } from '#features/cases/workbench.ts';
import { ClaimDialogs } from '#features/claims/ClaimDialogs.tsx';
import { ClaimsOfExhibit } from '#features/claims/ClaimsOfExhibit.tsx';
import { ClaimView } from '#features/claims/ClaimView.tsx';
import { QuestionsView } from '#features/claims/QuestionsView.tsx';
import { QuestionView } from '#features/claims/QuestionView.tsx';
import { AddExhibit } from '#features/evidence/AddExhibit.tsx';
import { EvidencePanel } from '#features/evidence/EvidencePanel.tsx';
import { EvidenceView } from '#features/evidence/EvidenceView.tsx';
import { ExhibitView } from '#features/evidence/ExhibitView.tsx';
import { RepeatDialog } from '#features/evidence/RepeatDialog.tsx';
import { ArticleDialog } from '#features/intake/article/ArticleDialog.tsx';
import { KeptChat } from '#features/intake/chat/KeptChat.tsx';
import { DropCatcher } from '#features/intake/DropCatcher.tsx';
import { IntakeView } from '#features/intake/IntakeView.tsx';
import { JournalView } from '#features/journal/JournalView.tsx';
import { TrashView } from '#features/journal/TrashView.tsx';
import { Backlinks } from '#features/notes/Backlinks.tsx';
import { NotesView } from '#features/notes/NotesView.tsx';
import { SourcesView } from '#features/sources/SourcesView.tsx';
import { SourceView } from '#features/sources/SourceView.tsx';
import { TagsView } from '#features/tags/TagsView.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './CaseFrame.module.css';
import type { EvidenceFilter, Place } from './routes.ts';

/** The view in the middle. */
export function Work({ place, filter }: { readonly place: Place; readonly filter: EvidenceFilter }) {
  const { view, target } = place;
  if (view === 'notes') return <NotesView note={target?.id ?? null} />;
  if (target) return <Thing target={target} />;
  switch (view) {
    case 'evidence':
      return <EvidenceView key={JSON.stringify(filter)} filter={filter} />;
    case 'intake':
      return <IntakeView />;
    case 'questions':
      return <QuestionsView />;
    case 'sources':
      return <SourcesView />;
    case 'tags':
      return <TagsView />;
    case 'journal':
      return <JournalView />;
    case 'trash':
      return <TrashView />;
  }
}

/** One thing in full, with what other features know of it. */
function Thing({ target }: { readonly target: Target }) {
  switch (target.table) {
    case 'exhibits':
      return (
        <ExhibitView id={target.id} excerpt={target.excerpt} links={<ClaimsOfExhibit exhibit={target.id} />}>
          <Backlinks record={target.id} />
        </ExhibitView>
      );
    case 'questions':
      return <QuestionView id={target.id} />;
    case 'sources':
      return <SourceView id={target.id} />;
    case 'notes':
      return <NotesView note={target.id} />;
    case 'claims':
      return <ClaimView id={target.id} />;
  }
}

/** What stands beside the work: the evidence, or what was opened from it. */
export function Beside() {
  const { beside } = useWorkbench();
  if (beside && beside.table !== 'exhibits') return <BesideOther target={beside} />;
  return (
    <EvidencePanel links={(id) => <ClaimsOfExhibit exhibit={id} />} citations={(id) => <Backlinks record={id} />} />
  );
}

/** Anything but an exhibit beside the work, with the way back to the evidence. */
function BesideOther({ target }: { readonly target: Target }) {
  const { t } = useTranslation('frame');
  const { open, openBeside } = useWorkbench();
  return (
    <>
      <div className={styles.beside}>
        <Button variant="quiet" onPress={() => openBeside(null)}>
          ‹ {t('backToList')}
        </Button>
        <Button variant="quiet" onPress={() => open(target)}>
          {t('openInFull')}
        </Button>
      </div>
      <Thing target={target} />
    </>
  );
}

/** The dialogs that commands open from anywhere in the case. */
export function Dialogs() {
  return (
    <>
      <AddExhibit />
      <RepeatDialog />
      <ClaimDialogs />
      <DropCatcher />
      <KeptChat />
      <ArticleDialog />
    </>
  );
}
