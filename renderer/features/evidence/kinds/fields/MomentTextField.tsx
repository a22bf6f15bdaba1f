import { useTranslation } from 'react-i18next';
import { type Moment, writeMoment } from '#domain/moment.ts';
import { parseMoment } from '#domain/parse-moment.ts';
import { TypedField, type TypedFieldProps } from './TypedField.tsx';

/** A field for a moment, typed as a date, a date with a time, or a range; what cannot be read is said, never guessed. */
export function MomentTextField(props: Omit<TypedFieldProps<Moment>, 'read' | 'write'>) {
  const { t } = useTranslation('kinds');
  return (
    <TypedField
      {...props}
      write={writeMoment}
      read={(text) => {
        const reading = parseMoment(text);
        return reading.ok
          ? { value: reading.moment }
          : { wrong: t('notAMoment', { examples: reading.expected.slice(0, 3).join(' · ') }) };
      }}
    />
  );
}
