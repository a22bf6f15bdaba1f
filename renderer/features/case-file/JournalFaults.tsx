import { useTranslation } from 'react-i18next';
import type { JournalFault } from '#domain/journal.ts';
import { useCaseState } from '#store/use-case.ts';
import styles from './CaseFile.module.css';

const shown = 50;

/** Names each place where the journal of the open case does not hold together, by the number that the journal view gives the entry. */
export function JournalFaults({ faults }: { readonly faults: readonly JournalFault[] }) {
  const { t } = useTranslation('case-file');
  const { devices } = useCaseState();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard */}
      <section className={styles.findings} tabIndex={0} aria-label={t('journalFaults')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('entry')}</th>
              <th scope="col">{t('device')}</th>
              <th scope="col">{t('wrong')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, shown).map(({ device, seq, fault }) => (
              <tr key={`${device} ${seq} ${fault}`}>
                <td>{`${seq}${devices.get(device)?.mark ?? ''}`}</td>
                <td dir="auto">{devices.get(device)?.name || `…${device.slice(-8)}`}</td>
                <td>{t(`journal-${fault}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {faults.length > shown && <p>{t('moreFaults', { count: faults.length - shown })}</p>}
    </>
  );
}
