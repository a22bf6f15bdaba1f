import { useTranslation } from 'react-i18next';
import { mediumSchema } from '#domain/evidence/kinds/statement.ts';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';
import { VerbatimFields } from '#features/evidence/kinds/text/VerbatimFields.tsx';
import { SourceField } from '#features/sources/SourceField.tsx';
import { Select } from '#ui/Select.tsx';

/** What was said: by whom, in what role, where, and the words. */
export function StatementForm({ body, onChange }: KindFormProps<'statement'>) {
  const { t } = useTranslation('kinds');
  return (
    <div className={fields.form}>
      <SourceField
        label={t('speaker')}
        sort="person"
        value={body.speaker}
        onChange={(speaker) => onChange({ ...body, speaker })}
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
