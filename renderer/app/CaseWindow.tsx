import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Id } from '#domain/id.ts';
import { CaseMissing, OpenCase } from '#store/open-case.ts';
import { CaseContext } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { clearToasts } from '#ui/toasts.tsx';
import { CaseFrame } from './CaseFrame.tsx';

type Opening =
  | { state: 'opening' }
  | { state: 'open'; opened: OpenCase }
  | { state: 'missing' }
  | { state: 'failed'; error: unknown };

/** Opens the case that the address names and shows its frame. What its toasts offer leaves with it. */
export function CaseWindow({ id }: { readonly id: Id }) {
  const { t } = useTranslation('cases');
  const [, go] = useLocation();
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });

  useEffect(() => {
    let opened: OpenCase | null = null;
    let left = false;
    OpenCase.open(id).then(
      (found) => {
        if (left) return found.close();
        opened = found;
        setOpening({ state: 'open', opened: found });
      },
      (error: unknown) => setOpening(error instanceof CaseMissing ? { state: 'missing' } : { state: 'failed', error }),
    );
    return () => {
      left = true;
      opened?.close();
      clearToasts();
    };
  }, [id]);

  if (opening.state === 'failed') throw opening.error;
  if (opening.state === 'opening') return <main aria-busy="true" aria-label={t('opening')} />;
  if (opening.state === 'missing') {
    return (
      <main>
        <EmptyState text={t('missing')}>
          <Button onPress={() => go('/')}>{t('toStart')}</Button>
        </EmptyState>
      </main>
    );
  }
  return (
    <CaseContext value={opening.opened}>
      <CaseFrame />
    </CaseContext>
  );
}
