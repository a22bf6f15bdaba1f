import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exhibit, exhibitSchema, workStatusSchema } from '#domain/evidence/exhibit.ts';
import type { KindName } from '#domain/evidence/kinds.ts';
import type { SourceSort } from '#domain/source.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { SourceField } from '#features/sources/SourceField.tsx';
import { TagPicker } from '#features/tags/TagPicker.tsx';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { classes } from '#ui/classes.ts';
import { InlineText } from '#ui/InlineText.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ExhibitView.module.css';
import { editExhibits, retagExhibits, setGraphic, setSource } from './exhibit-acts.ts';
import { LanguageField } from './kinds/fields/LanguageField.tsx';
import { MomentEdit } from './MomentEdit.tsx';
import { PlaceEdit } from './PlaceEdit.tsx';

/** What a source made while describing a kind of exhibit most likely is. */
export const sourceSorts: Record<KindName, SourceSort> = {
  video: 'channel',
  photo: 'channel',
  telegram: 'channel',
  statement: 'person',
  document: 'office',
  'web-page': 'outlet',
};

const availabilities = exhibitSchema.options[0].shape.availability.shape.state.options;

/** What all kinds share, each field edited where it stands and each edit a change of its own. */
export function ExhibitFields({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const { open } = useWorkbench();
  const ids = [exhibit.id];
  const edit = (next: (e: Exhibit) => Exhibit) => editExhibits(caseId, 'exhibit.edit', ids, next);
  const { source } = exhibit;
  const retag = (tags: readonly string[]) =>
    retagExhibits(
      caseId,
      ids,
      tags.filter((id) => !exhibit.tags.includes(id)),
      exhibit.tags.filter((id) => !tags.includes(id)),
    );
  return (
    <dl className={styles.fields}>
      <Row label={t('tags')} names="itself">
        <TagPicker label={t('tags')} value={exhibit.tags} onChange={(tags) => void retag(tags)} />
      </Row>
      <Row label={t('source')}>
        <SourceField
          aria-label={t('source')}
          sort={sourceSorts[exhibit.kind]}
          value={source}
          onChange={(next) => void setSource(caseId, ids, next)}
        />
        {source !== undefined && (
          <Button variant="link" onPress={() => open({ table: 'sources', id: source })}>
            {t('openSource')}
          </Button>
        )}
      </Row>
      <Row label={t('happened')}>
        <MomentEdit
          label={t('happened')}
          moment={exhibit.happened}
          onCommit={(happened) => edit((e) => ({ ...e, happened }))}
        />
      </Row>
      <Row label={t('published')}>
        <MomentEdit
          label={t('published')}
          moment={exhibit.published}
          onCommit={(published) => edit((e) => ({ ...e, published }))}
        />
      </Row>
      <Row label={t('place')}>
        <PlaceEdit place={exhibit.place} onCommit={(place) => edit((e) => ({ ...e, place }))} />
      </Row>
      <Row label={t('language')} names="itself">
        <LanguageField
          label={t('language')}
          value={exhibit.language}
          onChange={(language) => void edit((e) => ({ ...e, language }))}
        />
      </Row>
      <Row label={t('collected')}>
        <Collected exhibit={exhibit} edit={edit} />
      </Row>
      <Row label={t('availability')}>
        <Availability exhibit={exhibit} edit={edit} />
      </Row>
      <Row label={t('handling')}>
        <Checkbox isSelected={exhibit.graphic} onChange={(graphic) => void setGraphic(caseId, ids, graphic)}>
          {t('isGraphic')}
        </Checkbox>
        <Checkbox isSelected={exhibit.restricted} onChange={(restricted) => void edit((e) => ({ ...e, restricted }))}>
          {t('isRestricted')}
        </Checkbox>
      </Row>
      <Row label={t('work')}>
        <Select
          aria-label={t('work')}
          items={workStatusSchema.options.map((id) => ({ id, label: t(`work-${id}`) }))}
          value={exhibit.work}
          onChange={(work) => void edit((e) => ({ ...e, work }))}
        />
      </Row>
    </dl>
  );
}

interface PartProps {
  readonly exhibit: Exhibit;
  readonly edit: (next: (e: Exhibit) => Exhibit) => Promise<void>;
}

function Collected({ exhibit: { collected }, edit }: PartProps) {
  const { t } = useTranslation('evidence');
  const set = (fields: Partial<Exhibit['collected']>) =>
    edit((e) => ({ ...e, collected: { ...e.collected, ...fields } }));
  return (
    <div className={styles.group}>
      <Part name={t('collectedAtShort')}>
        <MomentEdit label={t('collectedAt')} moment={collected.at} onCommit={(at) => set({ at })} />
      </Part>
      {(['by', 'tool', 'version', 'method'] as const).map((field) => (
        <Part key={field} name={t(`collectedShort-${field}`)}>
          <InlineText
            label={t(`collected-${field}`)}
            placeholder="—"
            value={collected[field] ?? ''}
            failed={t('notKept')}
            onCommit={(text) => set({ [field]: text.trim() === '' ? undefined : text.trim() })}
            {...(field === 'method' && { rows: 1 })}
          />
        </Part>
      ))}
    </div>
  );
}

function Availability({ exhibit: { availability }, edit }: PartProps) {
  const { t } = useTranslation('evidence');
  const set = (fields: Partial<Exhibit['availability']>) =>
    edit((e) => ({ ...e, availability: { ...e.availability, ...fields } }));
  return (
    <div className={styles.group}>
      <Select
        aria-label={t('availability')}
        items={availabilities.map((id) => ({ id, label: t(`availability-${id}`) }))}
        value={availability.state}
        onChange={(state) => void set({ state })}
      />
      <Part name={t('checkedShort')}>
        <MomentEdit label={t('checked')} moment={availability.checked} onCommit={(checked) => set({ checked })} />
      </Part>
      <Part name={t('archivedShort')}>
        <InlineText
          label={t('archived')}
          placeholder="—"
          value={availability.archived ?? ''}
          failed={t('notKept')}
          onCommit={(text) => set({ archived: text.trim() === '' ? undefined : text.trim() })}
        />
      </Part>
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <span className={styles.partName}>{name}</span>
      {children}
    </div>
  );
}

interface RowProps {
  readonly label: string;
  /** `itself` when the field brings a label of its own, which is then only read aloud. */
  readonly names?: 'itself';
  readonly children: ReactNode;
}

function Row({ label, names, children }: RowProps) {
  return (
    <div className={classes(styles.row, names && styles.unlabelled)}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
