import { type ComponentType, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { KindName } from '#domain/evidence/kinds.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useOpenCase, useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { useCommands } from '#ui/command.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { InlineText } from '#ui/InlineText.tsx';
import { useAction } from '#ui/use-action.ts';
import { AttachFiles } from './assets/AttachFiles.tsx';
import { Credibility } from './Credibility.tsx';
import { citing } from './cite.ts';
import { Derivations } from './Derivations.tsx';
import { ExhibitFields } from './ExhibitFields.tsx';
import styles from './ExhibitView.module.css';
import { editExhibits, restoreExhibits, trashExhibits } from './exhibit-acts.ts';
import { RawFields } from './kinds/fields/RawFields.tsx';
import type { KindViewProps } from './kinds/kind-props.ts';
import { kindViews } from './kinds/kind-views.ts';
import { linking } from './link-request.ts';
import { GradeMark } from './Marks.tsx';
import { repeating } from './repeat-request.ts';

export interface ExhibitViewProps {
  readonly id: Id;
  /** The part to show first. */
  readonly excerpt?: Excerpt | undefined;
  /** The claims that rest on it, as another feature shows them. */
  readonly links?: ReactNode;
  /** Where it is cited, as another feature shows it. */
  readonly children?: ReactNode;
}

/** An exhibit, read and edited where it stands: in full, or beside the work. */
export function ExhibitView({ id, excerpt, links, children }: ExhibitViewProps) {
  const { t } = useTranslation('evidence');
  const exhibit = useRecord('exhibits', id);
  const label = exhibit?.label ?? '';
  const commands = useMemo(
    () => [
      {
        id: 'evidence.cite',
        label: `${label} · ${t('cite')}`,
        when: () => citing.isAnswered,
        run: () => void citing.ask({ ids: [id] }),
      },
      {
        id: 'evidence.link',
        label: `${label} · ${t('link')}`,
        when: () => linking.isAnswered,
        run: () => void linking.ask({ exhibits: [id] }),
      },
      {
        id: 'evidence.repeats',
        label: `${label} · ${t('repeatsAct')}`,
        run: () => void repeating.ask({ exhibits: [id] }),
      },
    ],
    [id, label, t],
  );
  useCommands(commands);
  if (!exhibit) return <EmptyState text={t('missing')} />;
  return (
    <article key={id} className={styles.view} aria-label={`${exhibit.label} ${titleOf(exhibit)}`}>
      <Head exhibit={exhibit} />
      <Section title={t(exhibit.kind)}>
        <KindView exhibit={exhibit} excerpt={excerpt} />
        <AttachFiles exhibit={exhibit} />
      </Section>
      <Section title={t('credibility')}>
        <Credibility exhibit={exhibit} />
      </Section>
      <Section title={t('lineage')}>
        <Derivations exhibit={exhibit} />
      </Section>
      {links !== undefined && <Section title={t('claims')}>{links}</Section>}
      {children !== undefined && <Section title={t('citedIn')}>{children}</Section>}
      <Section title={t('about')}>
        <ExhibitFields exhibit={exhibit} />
        {/* A post shows it beside where it was read from. */}
        {exhibit.kind !== 'telegram' && <RawFields raw={exhibit.raw} />}
      </Section>
    </article>
  );
}

// Subtle: the kind and its view go together only inside a function that is generic over the kind.
function KindView<K extends KindName>({ exhibit, excerpt }: KindViewProps<K>) {
  const views: { [P in KindName]: { View: (typeof kindViews)[P]['View'] } } = kindViews;
  const View: ComponentType<KindViewProps<K>> = views[exhibit.kind].View;
  return <View exhibit={exhibit} excerpt={excerpt} />;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Head({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const { openBeside, beside, openView } = useWorkbench();
  const canCite = citing.useAnswered();
  const canLink = linking.useAnswered();
  const [trash] = useAction(async () => {
    await trashExhibits(caseId, [exhibit.id]);
    showUndoToast(caseId, t('trashedCount', { count: 1 }), t('undo'));
    if (beside?.table === 'exhibits' && beside.id === exhibit.id) openBeside(null);
    else openView('evidence');
  });
  const edit = (fields: Partial<Pick<Exhibit, 'title' | 'description'>>) =>
    editExhibits(caseId, 'exhibit.edit', [exhibit.id], (e) => ({ ...e, ...fields }));
  return (
    <header className={styles.head}>
      {exhibit.gone !== undefined && (
        <div role="status" className={styles.gone}>
          <span>{t('inTrash')}</span>
          <Button onPress={() => void restoreExhibits(caseId, [exhibit.id])}>{t('restore')}</Button>
        </div>
      )}
      <p className={styles.over}>
        <span className={styles.label}>{exhibit.label}</span>
        <span>{t(exhibit.kind)}</span>
        <GradeMark exhibit={exhibit} />
      </p>
      <h1>
        <InlineText
          label={t('title')}
          look="title"
          value={exhibit.title}
          placeholder={titleOf(exhibit) || t('untitled')}
          failed={t('notKept')}
          onCommit={(title) => edit({ title: title.trim() })}
        />
      </h1>
      <InlineText
        label={t('description')}
        rows={1}
        value={exhibit.description}
        placeholder={t('descriptionHint')}
        failed={t('notKept')}
        onCommit={(description) => edit({ description })}
      />
      {exhibit.gone === undefined && (
        <div className={styles.acts}>
          <Button isDisabled={!canCite} onPress={() => citing.ask({ ids: [exhibit.id] })}>
            {t('cite')}
          </Button>
          <Button isDisabled={!canLink} onPress={() => linking.ask({ exhibits: [exhibit.id] })}>
            {t('link')}
          </Button>
          <Button variant="quiet" onPress={() => void trash()}>
            {t('trash')}
          </Button>
        </div>
      )}
    </header>
  );
}
