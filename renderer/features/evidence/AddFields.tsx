import { type ComponentType, memo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Bodies, type KindName, kindNames } from '#domain/evidence/kinds.ts';
import { SourceField } from '#features/sources/SourceField.tsx';
import { TagPicker } from '#features/tags/TagPicker.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Keys } from '#ui/Keys.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './AddExhibit.module.css';
import { sourceSorts } from './ExhibitFields.tsx';
import type { ExhibitDraft } from './exhibit-draft.ts';
import type { KindFormProps } from './kinds/kind-props.ts';
import { kindViews } from './kinds/kind-views.ts';
import { MomentText } from './MomentText.tsx';

interface AddFieldsProps {
  readonly draft: ExhibitDraft;
  readonly setDraft: (draft: ExhibitDraft) => void;
}

/** What is asked of a new exhibit: its kind, what all kinds share, and what the kind asks. */
export const AddFields = memo(function AddFields({ draft, setDraft }: AddFieldsProps) {
  const { t } = useTranslation('evidence');
  const set = (fields: Partial<ExhibitDraft>) => setDraft({ ...draft, ...fields });
  return (
    <>
      <ToggleButtonGroup
        aria-label={t('kind')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[draft.kind]}
        onSelectionChange={(keys) => {
          const kind = kindNames.find((name) => keys.has(name));
          if (kind) set({ kind });
        }}
        className={`${styles.kinds}`}
      >
        {kindNames.map((kind, i) => (
          <ToggleButton key={kind} id={kind} className={`${styles.kind}`}>
            {t(kind)}
            <Keys keys={`Alt+${i + 1}`} />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles.common}>
        <div className={styles.wide}>
          <TextField
            autoFocus
            label={t('title')}
            placeholder={t('titleHint')}
            value={draft.title}
            onChange={(title) => set({ title })}
          />
        </div>
        <SourceField
          label={t('source')}
          sort={sourceSorts[draft.kind]}
          value={draft.source}
          onChange={(source) => set({ source })}
        />
        <TagPicker label={t('tags')} value={draft.tags} onChange={(tags) => set({ tags })} />
        <MomentText label={t('happened')} text={draft.happened} onChange={(happened) => set({ happened })} />
        <MomentText label={t('published')} text={draft.published} onChange={(published) => set({ published })} />
        <Checkbox isSelected={draft.graphic} onChange={(graphic) => set({ graphic })}>
          {t('isGraphic')}
        </Checkbox>
      </div>
      <div className={styles.own}>
        <KindForm
          kind={draft.kind}
          bodies={draft.bodies}
          onChange={(kind, body) => set({ bodies: { ...draft.bodies, [kind]: body } })}
        />
      </div>
    </>
  );
});

interface KindFormOfProps<K extends KindName> {
  readonly kind: K;
  readonly bodies: Bodies;
  readonly onChange: (kind: K, body: Bodies[K]) => void;
}

// Subtle: a kind, its form and its body go together only inside a function that is generic over the kind.
function KindForm<K extends KindName>({ kind, bodies, onChange }: KindFormOfProps<K>) {
  const Form: ComponentType<KindFormProps<K>> = kindViews[kind].Form;
  return <Form key={kind} body={bodies[kind]} onChange={(body) => onChange(kind, body)} />;
}
