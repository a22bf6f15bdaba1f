import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { makeCase } from '#store/cases.ts';
import { self, setSelf } from '#store/identity.ts';
import { askForPersistence } from '#store/storage.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import { initialsOf } from './initials-of.ts';
import { useLanguage } from './language.ts';
import styles from './StartScreen.module.css';

interface NewCaseProps {
  readonly onClose: () => void;
  readonly onMade: (id: Id) => void;
}

/** Makes a case. Asks for the person's name the first time. */
export function NewCase({ onClose, onMade }: NewCaseProps) {
  const { t } = useTranslation('cases');
  const [ui] = useLanguage();
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [language, setLanguage] = useState<string>(ui);
  const [name, setName] = useState('');
  const [known, setKnown] = useState(true);
  useEffect(() => {
    void self().then((person) => setKnown(person.name !== ''));
  }, []);
  const [make, making] = useAction(async () => {
    if (!known && name.trim() !== '') await setSelf({ name: name.trim(), initials: initialsOf(name) });
    const id = await makeCase({ title: title.trim(), summary: summary.trim(), language, likelihood: 'icd-203' });
    await askForPersistence();
    onMade(id);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') void make();
  };
  return (
    <Dialog title={t('newCase')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField label={t('title')} value={title} onChange={setTitle} autoFocus isRequired />
        <TextField label={t('summary')} value={summary} onChange={setSummary} rows={3} />
        <Select
          label={t('caseLanguage')}
          value={language}
          onChange={setLanguage}
          items={[
            { id: 'en', label: t('english') },
            { id: 'fr', label: t('french') },
          ]}
        />
        {!known && <TextField label={t('yourName')} description={t('yourNameHint')} value={name} onChange={setName} />}
        <div className={styles.formActs}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={title.trim() === '' || making.busy}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
