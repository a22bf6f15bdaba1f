import { useTranslation } from 'react-i18next';
import { parseDuration, writeDuration } from '#domain/duration.ts';
import { TypedField, type TypedFieldProps } from './TypedField.tsx';

/** A field for a time-code, in seconds from the start: `0:05`, `12:30`, `1:02:03.5` or seconds alone. */
export function DurationField(props: Omit<TypedFieldProps<number>, 'read' | 'write'>) {
  const { t } = useTranslation('kinds');
  return (
    <TypedField
      {...props}
      write={writeDuration}
      read={(text) => {
        const reading = parseDuration(text);
        return reading.ok ? { value: reading.seconds } : { wrong: t('notATimeCode') };
      }}
    />
  );
}
