import { useTranslation } from 'react-i18next';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';
import { VerbatimFields } from '#features/evidence/kinds/text/VerbatimFields.tsx';

/** What is known of a page: its address, the date of saving as the saved page writes it, what it says. */
export function WebPageForm({ body, onChange }: KindFormProps<'web-page'>) {
  const { t } = useTranslation('kinds');
  return (
    <div className={fields.form}>
      <OptionalText
        label={t('address')}
        type="url"
        value={body.address}
        onChange={(address) => onChange({ ...body, address })}
      />
      <OptionalText label={t('savedAsWritten')} value={body.saved} onChange={(saved) => onChange({ ...body, saved })} />
      <VerbatimFields label={t('pageText')} body={body} onChange={(changed) => onChange({ ...body, ...changed })} />
    </div>
  );
}
