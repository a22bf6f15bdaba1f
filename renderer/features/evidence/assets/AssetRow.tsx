import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import { type AssetUse, assetUseSchema, type Exhibit } from '#domain/evidence/exhibit.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { change } from '#store/change.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Select } from '#ui/Select.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './AssetList.module.css';
import { assetStream } from './asset-stream.ts';
import { FileNote } from './FileNote.tsx';
import { PictureNote } from './PictureNote.tsx';

export interface AssetRowProps {
  readonly exhibit: Exhibit;
  readonly sha256: string;
  readonly use: AssetUse;
  /** Whether this device holds the bytes. */
  readonly held: 'here' | 'elsewhere' | 'unknown';
}

/** One file of an exhibit: what it is, its SHA-256, and what can be done with it. */
export function AssetRow({ exhibit, sha256, use, held }: AssetRowProps) {
  const { t, i18n } = useTranslation('assets');
  const edit = (act: string, next: (assets: Exhibit['assets']) => Exhibit['assets']) =>
    change(exhibit.case, act, (c) =>
      c.edit('exhibits', exhibit.id, (record) => ({ ...record, assets: next(record.assets) })),
    );
  const [setRole, roleState] = useAction(async (_, role: AssetUse['role']) =>
    edit('exhibit.edit', (assets) => ({ ...assets, [sha256]: { ...use, role } })),
  );
  const [remove, removeState] = useAction(async () => {
    await edit('exhibit.detach', ({ [sha256]: _, ...others }) => others);
    showUndoToast(exhibit.case, t('removed', { name: use.name }), t('undo'));
  });
  const [save, saveState] = useAction(async ({ signal }) => {
    const extensions = [...use.name.matchAll(/\.([A-Za-z0-9]{1,8})$/g)].map(([, extension = '']) => extension);
    const saved = await desktop.saveStream({ name: use.name, filter: { name: use.mime, extensions }, signal }, () =>
      assetStream(sha256),
    );
    if (saved) showToast({ text: t('saved', { place: saved.place ?? saved.name }) });
  });
  const [copy, copyState] = useAction(async () => {
    await navigator.clipboard.writeText(sha256);
    showToast({ text: t('hashCopied') });
  });
  const failed = [roleState, removeState, saveState, copyState].find(({ error }) => error !== null);
  return (
    <li className={styles.row}>
      <bdi className={styles.name}>{use.name}</bdi>
      <div className={styles.role}>
        <Select
          aria-label={t('roleOf', { name: use.name })}
          items={assetUseSchema.shape.role.options.map((id) => ({ id, label: t(`role-${id}`) }))}
          value={use.role}
          onChange={(role) => void setRole(role)}
        />
      </div>
      <Menu
        label={t('actsOf', { name: use.name })}
        trigger={<IconButton label={t('actsOf', { name: use.name })}>⋯</IconButton>}
        placement="bottom end"
        groups={[
          {
            id: 'file',
            acts: [
              { id: 'save', label: t('save'), isDisabled: held !== 'here', run: () => void save() },
              { id: 'copy', label: t('copyHash'), run: () => void copy() },
              { id: 'remove', label: t('remove'), run: () => void remove() },
            ],
          },
        ]}
      />
      <div className={styles.facts}>
        <span>{use.mime}</span>
        <span>{formatBytes(use.bytes, i18n.language)}</span>
        <span className={styles.hash}>
          SHA-256 <code className={styles.digits}>{sha256}</code>
          <Button variant="link" aria-label={t('copyHashOf', { name: use.name })} onPress={() => void copy()}>
            {t('copy')}
          </Button>
        </span>
        {held === 'elsewhere' && <span className={styles.problem}>{t('notHere')}</span>}
        {use.bytes === 0 && <span className={styles.problem}>{t('empty')}</span>}
        {held === 'here' && use.bytes > 0 && <FileNote sha256={sha256} />}
        {held === 'here' && use.mime.startsWith('image/') && use.bytes > 0 && !exhibit.graphic && (
          <PictureNote sha256={sha256} />
        )}
      </div>
      {failed?.error && (
        <ActionError
          what={t('fileActFailed')}
          error={failed.error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: failed.dismiss }]}
        />
      )}
    </li>
  );
}
