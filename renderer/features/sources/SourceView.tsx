import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { reliabilitySchema } from '#domain/assessment.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { type Source, sourceSortSchema } from '#domain/source.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useOpenCase, useRecord, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { InlineText } from '#ui/InlineText.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Select } from '#ui/Select.tsx';
import { useAction } from '#ui/use-action.ts';
import { editSource, restoreSource, trashSource } from './change-sources.ts';
import { exhibitsBySource } from './exhibits-by-source.ts';
import { GradeField } from './GradeField.tsx';
import { SourceExhibits } from './SourceExhibits.tsx';
import styles from './SourceView.module.css';
import { TextSet } from './TextSet.tsx';

/** A source: what is known of it, how reliable it is held to be, and what comes from it. */
export function SourceView({ id }: { readonly id: Id }) {
  const { t } = useTranslation('sources');
  const source = useRecord('sources', id);
  const exhibits = exhibitsBySource(useTable('exhibits')).get(id) ?? [];
  if (!source) return <EmptyState text={t('missing')} />;
  return (
    <article className={styles.view} aria-label={source.name}>
      {source.gone !== undefined && <InTrash source={source} exhibits={exhibits} />}
      <Head source={source} exhibits={exhibits.filter((e) => e.gone === undefined)} />
      <SourceFields source={source} />
      <SourceExhibits source={id} exhibits={exhibits.filter((e) => e.gone === undefined)} />
    </article>
  );
}

interface WithExhibits {
  readonly source: Source;
  readonly exhibits: readonly Exhibit[];
}

function Head({ source, exhibits }: WithExhibits) {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  const { openView } = useWorkbench();
  const [trash] = useAction(async (_tools, ids: readonly Id[]) => {
    await trashSource(caseId, source.id, ids);
    const text =
      ids.length > 0 ? t('trashedWith', { count: ids.length, name: source.name }) : t('trashed', { name: source.name });
    showUndoToast(caseId, text, t('undo'));
    openView('sources');
  });
  const withAll = {
    id: 'with',
    label: t('trashWith', { count: exhibits.length }),
    run: () => void trash(exhibits.map((e) => e.id)),
  };
  return (
    <header className={styles.head}>
      <h1>
        <InlineText
          label={t('name')}
          look="title"
          value={source.name}
          failed={t('notKept')}
          onCommit={(name) => editSource(caseId, source.id, { name: name.trim() })}
        />
      </h1>
      {source.gone === undefined && (
        <Menu
          label={t('trash')}
          trigger={<Button variant="quiet">{t('trash')}</Button>}
          placement="bottom end"
          groups={[
            {
              id: 'trash',
              acts: [
                { id: 'alone', label: t('trashAlone'), description: t('trashAloneHint'), run: () => void trash([]) },
                ...(exhibits.length > 0 ? [withAll] : []),
              ],
            },
          ]}
        />
      )}
    </header>
  );
}

function InTrash({ source, exhibits }: WithExhibits) {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  // What went in one change has one stamp.
  const gone = exhibits.filter((e) => e.gone === source.gone).map((e) => e.id);
  return (
    <div className={styles.gone} role="status">
      <span>{t('inTrash')}</span>
      {gone.length > 0 && (
        <Button onPress={() => void restoreSource(caseId, source, gone)}>
          {t('restoreWith', { count: gone.length })}
        </Button>
      )}
      <Button onPress={() => void restoreSource(caseId, source, [])}>{t('restore')}</Button>
    </div>
  );
}

function SourceFields({ source }: { readonly source: Source }) {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  const edit = (fields: Partial<Source>) => editSource(caseId, source.id, fields);
  const grades = useMemo(
    () =>
      reliabilitySchema.options.map((value) => ({
        judgement: { scale: 'reliability' as const, value },
        mark: value,
        meaning: t(`reliability${value}`),
      })),
    [t],
  );
  return (
    <dl className={styles.fields}>
      <Row label={t('what')}>
        <Select
          aria-label={t('what')}
          items={sourceSortSchema.options.map((id) => ({ id, label: t(id) }))}
          value={source.what}
          onChange={(what) => void edit({ what })}
        />
      </Row>
      <Row label={t('reliability')}>
        <GradeField
          about={{ table: 'sources', id: source.id }}
          label={t('reliability')}
          grades={grades}
          act="source.grade"
        />
      </Row>
      <Row label={t('aliases')}>
        <TextSet label={t('aliases')} value={source.aliases} onCommit={(aliases) => edit({ aliases })} />
      </Row>
      <Row label={t('handles')}>
        <TextSet label={t('handles')} value={source.handles} onCommit={(handles) => edit({ handles })} />
      </Row>
      <Row label="">
        <Checkbox isSelected={source.party} onChange={(party) => void edit({ party })}>
          {t('party')}
        </Checkbox>
        <Checkbox isSelected={source.confidential} onChange={(confidential) => void edit({ confidential })}>
          {t('confidential')}
        </Checkbox>
        {source.confidential && <p className={styles.hint}>{t('confidentialHint')}</p>}
      </Row>
      <Row label={t('pseudonym')}>
        <InlineText
          label={t('pseudonym')}
          value={source.pseudonym}
          placeholder="—"
          failed={t('notKept')}
          onCommit={(pseudonym) => edit({ pseudonym: pseudonym.trim() })}
        />
      </Row>
      <Row label={t('remarks')}>
        <InlineText
          label={t('remarks')}
          rows={2}
          value={source.remarks}
          placeholder="—"
          failed={t('notKept')}
          onCommit={(remarks) => edit({ remarks })}
        />
      </Row>
    </dl>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
