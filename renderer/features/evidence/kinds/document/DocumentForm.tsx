import { useTranslation } from 'react-i18next';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';
import { VerbatimFields } from '#features/evidence/kinds/text/VerbatimFields.tsx';
import { NumberField } from '#ui/NumberField.tsx';

/** What is known of a document: where it was, how long it is, what it says. */
export function DocumentForm({ body, onChange }: KindFormProps<'document'>) {
  const { t } = useTranslation('kinds');
  return (
    <div className={fields.form}>
      <OptionalText
        label={t('address')}
        type="url"
        value={body.address}
        onChange={(address) => onChange({ ...body, address })}
      />
      <NumberField
        label={t('pages')}
        minValue={0}
        value={body.pages ?? null}
        onChange={(pages) => onChange({ ...body, pages: pages ?? undefined })}
      />
      <VerbatimFields label={t('documentText')} body={body} onChange={(changed) => onChange({ ...body, ...changed })} />
    </div>
  );
}
