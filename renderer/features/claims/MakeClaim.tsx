import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Amount, Claim } from '#domain/claim.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { MomentText, readMoment } from '#features/evidence/MomentText.tsx';
import { useOpenCase, useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import { AmountFields } from './AmountFields.tsx';
import styles from './LinkDialog.module.css';
import { QuestionField } from './QuestionField.tsx';
import type { ClaimMaking } from './requests.ts';
import { SourcesField } from './SourcesField.tsx';
import { makeClaim } from './write-claims.ts';

/** The dialog in which a claim is made. Enter makes it; Shift-Enter makes it and goes on to the next answer of the question. */
export function MakeClaim({ asked, onClose }: { readonly asked: ClaimMaking | null; readonly onClose: () => void }) {
  const { t } = useTranslation('claims');
  const [round, setRound] = useState<{ of: ClaimMaking; last: Claim; count: number } | null>(null);
  const again = round && round.of === asked ? round : null;
  return (
    <Dialog title={t('newClaim')} isOpen={asked !== null} onClose={onClose} size="large" outside="stay">
      {asked && (
        <MakeForm
          key={again?.count ?? 0}
          asked={again ? { question: again.last.question, onMade: asked.onMade } : asked}
          last={again?.last}
          onClose={onClose}
          onNext={(last) => setRound({ of: asked, last, count: (again?.count ?? 0) + 1 })}
        />
      )}
    </Dialog>
  );
}

interface MakeFormProps {
  readonly asked: ClaimMaking;
  /** The claim made just before, when several are made in a row. */
  readonly last: Claim | undefined;
  readonly onClose: () => void;
  readonly onNext: (made: Claim) => void;
}

function MakeForm({ asked, last, onClose, onNext }: MakeFormProps) {
  const { t } = useTranslation('claims');
  const { id: caseId } = useOpenCase();
  const [text, setText] = useState(asked.text ?? '');
  const [question, setQuestion] = useState(asked.question);
  const [claimants, setClaimants] = useState<Id[]>([]);
  const [relayedBy, setRelayedBy] = useState<Id[]>([]);
  const [amount, setAmount] = useState<Amount>();
  const [when, setWhen] = useState('');
  const record = useRecord('questions', question);
  const asOf = readMoment(when);
  const [save, { busy, error }] = useAction(async (_tools, then: (claim: Claim) => void) => {
    const said = text.trim();
    if (said === '' || asOf === null) return;
    const claim = await makeClaim(caseId, {
      text: said,
      claimants,
      relayedBy,
      ...(question !== undefined && { question }),
      ...(amount && { amount }),
      ...(asOf && { asOf }),
      ...(asked.from && { from: asked.from }),
    });
    asked.onMade?.(claim);
    then(claim);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save(onNext);
  };
  return (
    <form
      className={styles.form}
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save((claim) => {
          showUndoToast(caseId, t('claimMade', { label: claim.label }), t('undo'));
          onClose();
        });
      }}
    >
      <TextField autoFocus label={t('text')} placeholder={t('textHint')} value={text} onChange={setText} />
      <QuestionField value={question} onChange={setQuestion} />
      <SourcesField
        label={t('claimants')}
        placeholder={claimants.length === 0 ? t('claimantsHint') : ''}
        value={claimants}
        onChange={setClaimants}
      />
      <SourcesField label={t('relayedBy')} value={relayedBy} onChange={setRelayedBy} />
      <AmountFields
        value={amount}
        onChange={setAmount}
        usual={{ of: record?.counted ?? 'killed', whom: record?.whom ?? '' }}
      />
      <MomentText label={t('asOf')} text={when} onChange={setWhen} />
      {last && <p role="status">{t('claimMade', { label: last.label })}</p>}
      {error && <p role="alert">{`${t('failed')} ${t('failedKept')}`}</p>}
      <div className={styles.acts}>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          keys="Shift+Enter"
          isDisabled={text.trim() === '' || asOf === null || busy}
          onPress={() => void save(onNext)}
        >
          {t('makeAndNext')}
        </Button>
        <Button type="submit" variant="primary" keys="Enter" isDisabled={text.trim() === '' || asOf === null || busy}>
          {t('makeClaim')}
        </Button>
      </div>
    </form>
  );
}
