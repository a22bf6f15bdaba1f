import { useTranslation } from 'react-i18next';
import type { PhotoTags } from '#domain/intake/photo/photo-metadata.ts';
import styles from './FileSays.module.css';

/** Every tag that was read from a file, by group, folded away; in the words of the file's standard, which are English. */
export function AllTags({ tags }: { readonly tags: PhotoTags }) {
  const { t } = useTranslation('kinds');
  const groups = Object.entries(tags);
  if (groups.length === 0) return null;
  return (
    <details className={styles.all}>
      <summary>{t('allTags')}</summary>
      {groups.map(([group, named]) => (
        <details key={group} className={styles.group}>
          <summary>{t('tagsOf', { group: group.toUpperCase(), count: Object.keys(named).length })}</summary>
          <table className={styles.tags} lang="en">
            <tbody>
              {Object.entries(named).map(([name, { text, value }]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td dir="auto">
                    {text}
                    {value !== undefined && <code className={styles.value}>{JSON.stringify(value)}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </details>
  );
}
