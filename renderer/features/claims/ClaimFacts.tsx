import { useTranslation } from 'react-i18next';
import type { Claim } from '#domain/claim.ts';
import { titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { MomentEdit } from '#features/evidence/MomentEdit.tsx';
import { PlaceEdit } from '#features/evidence/PlaceEdit.tsx';
import { useAlive, useRecord, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { InlineText } from '#ui/InlineText.tsx';
import { AmountFields } from './AmountFields.tsx';
import styles from './ClaimView.module.css';
import { ExcerptPicker } from './ExcerptPicker.tsx';
import facts from './Facts.module.css';
import { QuestionField } from './QuestionField.tsx';
import { SetField } from './SetField.tsx';
import { SourcesField } from './SourcesField.tsx';
import { useDraft } from './use-draft.ts';
import { editClaim } from './write-claims.ts';

/** What is known of a claim, edited in place: who makes it and relays it, which question it answers, how many, when, where, in what. */
export function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const save = (fields: Parameters<typeof editClaim>[2]) => editClaim(claim.case, claim.id, fields);
  const question = useRecord('questions', claim.question);
  const amount = useDraft(claim.amount, (next) => save({ amount: next }));
  return (
    <section className={styles.part} aria-label={t('claim')}>
      <div className={facts.row}>
        <SourcesField
          label={t('claimants')}
          value={claim.claimants}
          onChange={(claimants) => void save({ claimants })}
        />
        <SourcesField
          label={t('relayedBy')}
          value={claim.relayedBy}
          onChange={(relayedBy) => void save({ relayedBy })}
        />
        <QuestionField value={claim.question} onChange={(next) => void save({ question: next })} />
      </div>
      <div {...amount.leaving}>
        <AmountFields
          value={amount.value}
          onChange={amount.set}
          usual={{ of: question?.counted ?? 'killed', whom: question?.whom ?? '' }}
        />
      </div>
      <h3 className={facts.heading}>{t('asOf')}</h3>
      <MomentEdit label={t('asOf')} moment={claim.asOf} onCommit={(asOf) => save({ asOf })} />
      <h3 className={facts.heading}>{t('scope')}</h3>
      <InlineText
        label={t('scope')}
        placeholder={t('scopeHint')}
        value={claim.scope}
        failed={t('failed')}
        onCommit={(scope) => save({ scope: scope.trim() })}
      />
      <h3 className={facts.heading}>{t('place')}</h3>
      <PlaceEdit place={claim.place} onCommit={(place) => save({ place })} />
      <MadeIn claim={claim} />
      <Relations claim={claim} />
      <FromNote claim={claim} />
    </section>
  );
}

function MadeIn({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const { openBeside } = useWorkbench();
  const exhibits = useAlive('exhibits');
  const madeIn = claim.madeIn;
  const exhibit = exhibits.find((one) => one.id === madeIn?.exhibit);
  const save = (next: Claim['madeIn']) => void editClaim(claim.case, claim.id, { madeIn: next });
  return (
    <div className={facts.row}>
      <ComboBox
        label={t('madeIn')}
        placeholder={t('nowhere')}
        items={exhibits.map((one) => ({ id: one.id, label: `${one.label} ${titleOf(one)}` }))}
        value={madeIn?.exhibit ?? null}
        onChange={(id) => save(id === null ? undefined : { exhibit: id })}
      />
      {exhibit && (
        <div className={facts.wide}>
          <ExcerptPicker
            key={exhibit.id}
            exhibit={exhibit}
            value={madeIn?.excerpt}
            onChange={(excerpt) => save({ exhibit: exhibit.id, ...(excerpt && { excerpt }) })}
          />
          <Button
            variant="link"
            onPress={() => openBeside({ table: 'exhibits', id: exhibit.id, excerpt: madeIn?.excerpt })}
          >
            {t('openExhibit', { label: exhibit.label })}
          </Button>
        </div>
      )}
    </div>
  );
}

function Relations({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const { openBeside } = useWorkbench();
  const claims = useAlive('claims');
  const others = claims
    .filter((one) => one.id !== claim.id)
    .map((one) => ({ id: one.id, label: `${one.label} ${one.text}` }));
  const field = (name: 'supersedes' | 'denies' | 'retracts') => (
    <SetField
      label={t(name)}
      items={others}
      value={claim[name]}
      onChange={(ids: Id[]) => void editClaim(claim.case, claim.id, { [name]: ids })}
    />
  );
  const back = (
    [
      ['supersedes', 'supersededBy'],
      ['denies', 'deniedBy'],
      ['retracts', 'retractedBy'],
    ] as const
  ).flatMap(([name, words]) =>
    claims.filter((one) => one[name].includes(claim.id)).map((one) => ({ one, words: t(words) })),
  );
  return (
    <>
      <div className={facts.row}>
        {field('supersedes')}
        {field('denies')}
        {field('retracts')}
      </div>
      {back.map(({ one, words }) => (
        <p key={`${words} ${one.id}`} className={facts.note}>
          {words}{' '}
          <Button variant="link" onPress={() => openBeside({ table: 'claims', id: one.id })}>
            {one.label} {one.text}
          </Button>
        </p>
      ))}
    </>
  );
}

function FromNote({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const { open } = useWorkbench();
  const notes = useTable('notes');
  const { from } = claim;
  if (!from) return null;
  const note = notes.get(from.note);
  return (
    <p className={facts.note} dir="auto">
      <Button variant="link" isDisabled={!note} onPress={() => open({ table: 'notes', id: from.note })}>
        {t('fromNote', { title: note?.title || t('untitledNote'), sentence: from.sentence })}
      </Button>
    </p>
  );
}
