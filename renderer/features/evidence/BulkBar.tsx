import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { SourceField } from '#features/sources/SourceField.tsx';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Popover } from '#ui/Popover.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './EvidenceView.module.css';
import { setSource } from './exhibit-acts.ts';
import { TagDialog } from './TagDialog.tsx';
import { useExhibitActs } from './use-exhibit-acts.ts';

interface BulkBarProps {
  readonly chosen: ReadonlySet<Id>;
  readonly onClear: () => void;
}

const shown = new Set(['tag', 'graphic', 'cite', 'link', 'trash']);

/** What can be done with everything chosen, each act one change. */
export function BulkBar({ chosen, onClear }: BulkBarProps) {
  const { t } = useTranslation('evidence');
  const [tagging, setTagging] = useState<readonly Id[] | null>(null);
  const acts = useExhibitActs(setTagging);
  const ids = [...chosen];
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('chosenActs')}>
      <span role="status">{t('chosen', { count: ids.length })}</span>
      <Popover label={t('setSource')} trigger={<Button>{t('setSource')}</Button>}>
        {(close) => <SourceForm ids={ids} onDone={close} />}
      </Popover>
      {acts
        .groups(ids)
        .flatMap((group) => group.acts)
        .filter((act) => shown.has(act.id))
        .map((act) => (
          <Button key={act.id} keys={act.keys} isDisabled={act.isDisabled === true} onPress={act.run}>
            {act.label}
          </Button>
        ))}
      <Button variant="quiet" keys="Escape" onPress={onClear}>
        {t('chooseNone')}
      </Button>
      <TagDialog exhibits={tagging} onClose={() => setTagging(null)} />
    </div>
  );
}

function SourceForm({ ids, onDone }: { readonly ids: readonly Id[]; readonly onDone: () => void }) {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const [source, setChosen] = useState<Id | undefined>();
  const [save, { busy, error }] = useAction(async () => {
    await setSource(caseId, ids, source);
    showUndoToast(caseId, t('sourceSet', { count: ids.length }), t('undo'));
    onDone();
  });
  return (
    <form
      className={styles.more}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SourceField label={t('source')} sort="channel" value={source} onChange={setChosen} />
      {error && <p role="alert">{t('notKept')}</p>}
      <Button type="submit" variant="primary" isDisabled={busy}>
        {source === undefined ? t('takeSourceOff') : t('setSource')}
      </Button>
    </form>
  );
}
