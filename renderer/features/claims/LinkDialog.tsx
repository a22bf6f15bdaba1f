import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '#domain/evidence/exhibit.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import type { Stance } from '#domain/link.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAction } from '#ui/use-action.ts';
import { BearingFields, stanceOfKey } from './BearingFields.tsx';
import { ExcerptPicker } from './ExcerptPicker.tsx';
import styles from './LinkDialog.module.css';
import { SetField } from './SetField.tsx';
import { type Bearing, linkExhibits, makeClaim } from './write-claims.ts';

/** What a link is to join; what is not given is asked. */
export interface ToLink {
  exhibits: readonly Id[];
  claim?: Id | undefined;
  stance?: Stance | undefined;
  excerpt?: Excerpt | undefined;
  /** The reason to begin with. */
  because?: string | undefined;
}

/** The dialog that links exhibits to a claim, from either side. */
export function LinkDialog({ toLink, onClose }: { readonly toLink: ToLink | null; readonly onClose: () => void }) {
  const { t } = useTranslation('claims');
  return (
    <Dialog title={t('linkTitle')} isOpen={toLink !== null} onClose={onClose} size="large" outside="stay">
      {toLink && <LinkForm toLink={toLink} onClose={onClose} />}
    </Dialog>
  );
}

function LinkForm({ toLink, onClose }: { readonly toLink: ToLink; readonly onClose: () => void }) {
  const { t } = useTranslation('claims');
  const { id: caseId, state } = useOpenCase();
  const all = useAlive('exhibits');
  const claims = useAlive('claims');
  const [exhibits, setExhibits] = useState<readonly Id[]>(toLink.exhibits);
  const [claim, setClaim] = useState<Id | null>(toLink.claim ?? null);
  const [bearing, setBearing] = useState<Bearing>({
    stance: toLink.stance ?? 'supports',
    because: toLink.because ?? '',
    excerpt: toLink.excerpt,
  });
  const [only] = exhibits;
  const single = exhibits.length === 1 ? all.find((one) => one.id === only) : undefined;
  const [save, { busy, error }] = useAction(async () => {
    if (claim === null || exhibits.length === 0) return;
    await linkExhibits(caseId, claim, exhibits, {
      ...bearing,
      because: bearing.because.trim(),
      excerpt: single ? bearing.excerpt : undefined,
    });
    const label = state.claims.get(claim)?.label ?? '';
    showUndoToast(caseId, t('linked', { count: exhibits.length, claim: label }), t('undo'));
    onClose();
  });
  const [create] = useAction(async (_tools, text: string) => {
    setClaim((await makeClaim(caseId, { text })).id);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const stance = stanceOfKey(event.key);
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
    if (!stance || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setBearing((now) => ({ ...now, stance }));
  };
  return (
    <form
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ComboBox
        key={claims.some((one) => one.id === claim) ? claim : 'none'}
        label={t('claim')}
        placeholder={t('chooseClaim')}
        {...(toLink.claim === undefined && { autoFocus: true })}
        items={claims.map((one) => ({ id: one.id, label: `${one.label} ${one.text}` }))}
        value={claim}
        onChange={setClaim}
        create={{ label: (text) => t('createClaim', { text }), onCreate: (text) => void create(text) }}
      />
      <SetField
        label={t('exhibits')}
        placeholder={exhibits.length === 0 ? t('chooseExhibits') : ''}
        items={all.map((one) => ({ id: one.id, label: `${one.label} ${titleOf(one)}` }))}
        value={exhibits}
        onChange={(ids) => {
          setExhibits(ids);
          if (ids.length !== 1 || ids[0] !== only) setBearing((now) => ({ ...now, excerpt: undefined }));
        }}
      />
      <BearingFields value={bearing} onChange={setBearing} />
      {single && (
        <fieldset className={styles.excerpt}>
          <legend>
            {t('excerpt')} <span className={styles.hint}>{t('excerptHint')}</span>
          </legend>
          <ExcerptPicker
            key={single.id}
            exhibit={single}
            value={bearing.excerpt}
            onChange={(excerpt) => setBearing((now) => ({ ...now, excerpt }))}
          />
        </fieldset>
      )}
      {error && <p role="alert">{`${t('failed')} ${t('failedKept')}`}</p>}
      <div className={styles.acts}>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={claim === null || exhibits.length === 0 || busy}
          {...(toLink.claim !== undefined && exhibits.length > 0 && { autoFocus: true })}
        >
          {t('linkDo')}
        </Button>
      </div>
    </form>
  );
}
