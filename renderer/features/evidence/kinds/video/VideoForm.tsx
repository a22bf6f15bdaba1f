import { useTranslation } from 'react-i18next';
import { DurationField } from '#features/evidence/kinds/fields/DurationField.tsx';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';
import { ShotLines } from './ShotLines.tsx';

/** What is known of a video; its shot list too while it is being made, for later the list is written where it is read. */
export function VideoForm({ body, onChange, exhibit }: KindFormProps<'video'>) {
  const { t } = useTranslation('kinds');
  return (
    <div className={fields.form}>
      <div className={fields.whole}>
        <OptionalText
          label={t('sourceLink')}
          type="url"
          value={body.link}
          onChange={(link) => onChange({ ...body, link })}
        />
      </div>
      <OptionalText
        label={t('platform')}
        value={body.platform}
        onChange={(platform) => onChange({ ...body, platform })}
      />
      <OptionalText
        label={t('uploader')}
        value={body.uploader}
        onChange={(uploader) => onChange({ ...body, uploader })}
      />
      <DurationField
        label={t('duration')}
        description={t('durationHint')}
        value={body.duration}
        onChange={(duration) => onChange({ ...body, duration })}
      />
      {!exhibit && (
        <fieldset className={fields.whole}>
          <legend className={fields.heading}>{t('shotList')}</legend>
          <ShotLines shots={body.shots} onChange={(shots) => onChange({ ...body, shots: { ...shots } })} />
        </fieldset>
      )}
      <div className={fields.whole}>
        <OptionalText
          label={t('transcript')}
          rows={2}
          value={body.transcript}
          onChange={(transcript) => onChange({ ...body, transcript })}
        />
      </div>
    </div>
  );
}
