import { useTranslation } from 'react-i18next';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';

/** What is known of a photo beside its pictures: the caption it came with. Regions are drawn where it is looked at. */
export function PhotoForm({ body, onChange }: KindFormProps<'photo'>) {
  const { t } = useTranslation('kinds');
  return (
    <div className={fields.form}>
      <div className={fields.whole}>
        <OptionalText
          label={t('caption')}
          rows={2}
          value={body.caption}
          onChange={(caption) => onChange({ ...body, caption })}
        />
      </div>
    </div>
  );
}
