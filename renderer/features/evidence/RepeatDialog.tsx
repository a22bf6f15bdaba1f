import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Derivation, derivationSchema } from '#domain/derivation.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { change } from '#store/change.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import { ExhibitPicker } from './ExhibitPicker.tsx';
import styles from './RepeatDialog.module.css';
import { type Repeating, repeating } from './repeat-request.ts';

/** The dialog in which exhibits are said to repeat something. Mount it once in a case; it opens when asked for. */
export function RepeatDialog() {
  const { t } = useTranslation('evidence');
  const [asked, setAsked] = useState<Repeating | null>(null);
  const opened = useOpenCase();
  repeating.useAnswer(setAsked);
  const close = () => setAsked(null);
  const labels = asked?.exhibits.flatMap((id) => opened.state.exhibits.get(id)?.label ?? []) ?? [];
  return (
    <Dialog
      title={t('repeatTitle', { labels: labels.slice(0, 4).join(', ') + (labels.length > 4 ? '…' : '') })}
      isOpen={asked !== null}
      onClose={close}
    >
      {asked && <RepeatForm asked={asked} onDone={close} />}
    </Dialog>
  );
}

const hows = derivationSchema.shape.how.options;
const bases = derivationSchema.shape.basis.options;

function RepeatForm({ asked, onDone }: { readonly asked: Repeating; readonly onDone: () => void }) {
  const { t } = useTranslation('evidence');
  const opened = useOpenCase();
  const sources = useAlive('sources');
  const [type, setType] = useState<Derivation['of']['type']>('exhibit');
  const [exhibit, setExhibit] = useState<Id | null>(asked.of ?? null);
  const [source, setSource] = useState<Id | null>(null);
  const [words, setWords] = useState('');
  const [how, setHow] = useState<Derivation['how'] | null>(null);
  const [basis, setBasis] = useState<Derivation['basis'] | null>(null);
  const [because, setBecause] = useState('');
  const of = repeated(type, exhibit, source, words);
  const [save, { busy, error }] = useAction(async () => {
    if (!of || !how || !basis) return;
    await change(opened.id, 'derivation.make', async (c) => {
      for (const what of asked.exhibits) await c.make('derivations', { what, of, how, basis, because: because.trim() });
    });
    showUndoToast(opened.id, t('repeatDone'), t('undo'));
    onDone();
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Segmented
        label={t('repeatOf')}
        items={(['exhibit', 'source', 'outside'] as const).map((id) => ({ id, label: t(`repeatOf-${id}`) }))}
        value={type}
        onChange={setType}
      />
      {type === 'exhibit' && <ExhibitPicker without={asked.exhibits} value={exhibit} onChange={setExhibit} />}
      {type === 'source' && (
        <ComboBox
          autoFocus
          label={t('repeatOf-source')}
          items={sources.map((s) => ({ id: s.id, label: s.name }))}
          value={source}
          onChange={setSource}
        />
      )}
      {type === 'outside' && <TextField autoFocus label={t('outsideWords')} value={words} onChange={setWords} />}
      <div className={styles.pair}>
        <Select
          label={t('how')}
          placeholder={t('choose')}
          items={hows.map((id) => ({ id, label: t(`derived-${id}`) }))}
          value={how}
          onChange={setHow}
        />
        <RadioGroup
          label={t('basis')}
          items={bases.map((id) => ({ id, label: t(`basis-${id}`), description: t(`basisHint-${id}`) }))}
          value={basis}
          onChange={setBasis}
        />
      </div>
      <TextField label={t('because')} rows={2} value={because} onChange={setBecause} />
      {error && <p role="alert">{t('notKept')}</p>}
      <div className={styles.acts}>
        <Button onPress={onDone}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!of || !how || !basis || busy}>
          {t('repeatSave')}
        </Button>
      </div>
    </form>
  );
}

function repeated(
  type: Derivation['of']['type'],
  exhibit: Id | null,
  source: Id | null,
  words: string,
): Derivation['of'] | null {
  switch (type) {
    case 'exhibit':
      return exhibit === null ? null : { type, id: exhibit };
    case 'source':
      return source === null ? null : { type, id: source };
    case 'outside':
      return words.trim() === '' ? null : { type, words: words.trim() };
  }
}
