import { useTranslation } from 'react-i18next';
import type { TelegramBody } from '#domain/evidence/kinds/telegram.ts';
import { withLink } from '#domain/evidence/telegram-post.ts';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { LanguageField } from '#features/evidence/kinds/fields/LanguageField.tsx';
import { MomentTextField } from '#features/evidence/kinds/fields/MomentTextField.tsx';
import { OptionalText } from '#features/evidence/kinds/fields/OptionalText.tsx';
import type { KindFormProps } from '#features/evidence/kinds/kind-props.ts';
import { Translations } from '#features/evidence/kinds/text/Translations.tsx';
import { NumberField } from '#ui/NumberField.tsx';
import { TextField } from '#ui/TextField.tsx';
import { RunsField } from './RunsField.tsx';

/** What is known of a post: the link fills in handle and number; the text keeps its formatting. */
export function TelegramForm({ body, onChange }: KindFormProps<'telegram'>) {
  const { t, i18n } = useTranslation('kinds');
  const { t: own } = useTranslation('telegram');
  const { channel, forwarded, poll } = body;
  const setChannel = (next: { name?: string; handle?: string | undefined }) => {
    const whole = { name: '', ...channel, ...next };
    const isEmpty = whole.name === '' && whole.handle === undefined && whole.id === undefined;
    onChange({ ...body, channel: isEmpty ? undefined : whole });
  };
  const setForwarded = (next: Partial<NonNullable<typeof forwarded>>) => {
    const whole = { name: '', ...forwarded, ...next };
    const isEmpty = whole.name === '' && whole.id === undefined && whole.at === undefined;
    onChange({ ...body, forwarded: isEmpty ? undefined : whole });
  };
  return (
    <div className={fields.form}>
      <div className={fields.whole}>
        <OptionalText
          label={t('messageLink')}
          description={t('messageLinkHint')}
          value={body.link}
          onChange={(link) => onChange(withLink(body, link))}
        />
      </div>
      <OptionalText
        label={t('channelName')}
        value={channel?.name || undefined}
        onChange={(name) => setChannel({ name: name ?? '' })}
      />
      <OptionalText
        label={t('handle')}
        value={channel?.handle}
        onChange={(handle) => setChannel({ handle: handle?.replace(/^@/, '') || undefined })}
      />
      <NumberField
        label={t('messageNumber')}
        formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
        value={body.message ?? null}
        onChange={(message) => onChange({ ...body, message: message ?? undefined })}
      />
      <NumberField
        label={t('views')}
        minValue={0}
        value={body.views ?? null}
        onChange={(views) => onChange({ ...body, views: views ?? undefined })}
      />
      <MomentTextField label={t('posted')} value={body.posted} onChange={(posted) => onChange({ ...body, posted })} />
      <MomentTextField label={t('edited')} value={body.edited} onChange={(edited) => onChange({ ...body, edited })} />
      <div className={fields.whole}>
        <RunsField
          label={t('postText')}
          language={body.language}
          runs={body.text}
          onChange={(text) => onChange({ ...body, text })}
        />
      </div>
      <LanguageField
        label={t('language')}
        value={body.language}
        onChange={(language) => onChange({ ...body, language })}
      />
      <OptionalText label={t('replyTo')} value={body.reply} onChange={(reply) => onChange({ ...body, reply })} />
      <OptionalText
        label={t('forwardedFrom')}
        value={forwarded?.name || undefined}
        onChange={(name) => setForwarded({ name: name ?? '' })}
      />
      <OptionalText label={t('forwardedId')} value={forwarded?.id} onChange={(id) => setForwarded({ id })} />
      <MomentTextField label={t('forwardedAt')} value={forwarded?.at} onChange={(at) => setForwarded({ at })} />
      <OptionalText
        label={own('signature')}
        value={body.signature}
        onChange={(signature) => onChange({ ...body, signature })}
      />
      <OptionalText label={own('action')} value={body.action} onChange={(action) => onChange({ ...body, action })} />
      <div className={fields.whole}>
        <OptionalText
          label={own('pollQuestion')}
          value={poll?.question}
          onChange={(question) => onChange({ ...body, poll: pollOf(question ?? '', poll?.answers ?? []) })}
        />
      </div>
      {poll && (
        <div className={fields.whole}>
          <TextField
            label={own('pollAnswers')}
            rows={3}
            value={poll.answers.join('\n')}
            onChange={(text) => onChange({ ...body, poll: pollOf(poll.question, text === '' ? [] : text.split('\n')) })}
          />
        </div>
      )}
      <Translations
        translations={body.translations}
        into={i18n.resolvedLanguage ?? i18n.language}
        onChange={(translations) => onChange({ ...body, translations })}
      />
    </div>
  );
}

function pollOf(question: string, answers: string[]): TelegramBody['poll'] {
  return question === '' && answers.length === 0 ? undefined : { question, answers };
}
