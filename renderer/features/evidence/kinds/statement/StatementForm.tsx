import { useTranslation } from 'react-i18next';
import { mediumSchema } from '#domain/evidence/kinds/statement.ts';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';
import { VerbatimFields } from '#features/evidence/kinds/text/VerbatimFields.tsx';
import { useAlive } from '#store/use-case.ts';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Select } from '#ui/Select.tsx';

/** What was said: by whom, in what role, where, and the words. */
export function StatementForm({ body, onChange }: KindFormProps<'statement'>) {
  const { t } = useTranslation('kinds');
  const sources = useAlive('sources');
  return (
    <div className={fields.form}>
      <ComboBox
        label={t('speaker')}
        items={sources.map((source) => ({ id: source.id, label: source.name }))}
        value={body.speaker ?? null}
        onChange={(speaker) => onChange({ ...body, speaker: speaker ?? undefined })}
      />
      <OptionalText label={t('role')} value={body.role} onChange={(role) => onChange({ ...body, role })} />
      <Select
        label={t('medium')}
        placeholder={t('choose')}
        items={mediumSchema.options.map((id) => ({ id, label: t(`medium-${id}`) }))}
        value={body.medium ?? null}
        onChange={(medium) => onChange({ ...body, medium })}
      />
      <OptionalText
        label={t('occasion')}
        value={body.occasion}
        onChange={(occasion) => onChange({ ...body, occasion })}
      />
      <OptionalText label={t('link')} type="url" value={body.link} onChange={(link) => onChange({ ...body, link })} />
      <VerbatimFields
        label={t('statementText')}
        body={body}
        onChange={(changed) => onChange({ ...body, ...changed })}
      />
    </div>
  );
}
