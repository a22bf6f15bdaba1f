import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '#features/cases/workbench.ts';
import { linking } from '#features/evidence/link-request.ts';
import { type Command, useCommands } from '#ui/command.ts';
import { LinkDialog, type ToLink } from './LinkDialog.tsx';
import { MakeClaim } from './MakeClaim.tsx';
import { type ClaimMaking, linkingClaim, makingClaim } from './requests.ts';

/** The dialogs and commands of claims: linking and making, wherever they are asked for. Mount it once in a case. */
export function ClaimDialogs() {
  const { t } = useTranslation('claims');
  const { beside, openView } = useWorkbench();
  const [toLink, setToLink] = useState<ToLink | null>(null);
  const [making, setMaking] = useState<ClaimMaking | null>(null);
  linking.useAnswer(setToLink);
  linkingClaim.useAnswer(setToLink);
  makingClaim.useAnswer(setMaking);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'claims.make', label: t('newClaim'), keys: ['Mod+Alt+C'], run: () => setMaking({}) },
      {
        id: 'claims.link',
        label: t('link'),
        keys: ['Mod+Alt+K'],
        run: () =>
          setToLink({
            exhibits: beside?.table === 'exhibits' ? [beside.id] : [],
            ...(beside?.table === 'claims' && { claim: beside.id }),
          }),
      },
      { id: 'claims.ask', label: t('newQuestion'), run: () => openView('questions') },
    ],
    [t, beside, openView],
  );
  useCommands(commands);
  return (
    <>
      <LinkDialog toLink={toLink} onClose={() => setToLink(null)} />
      <MakeClaim asked={making} onClose={() => setMaking(null)} />
    </>
  );
}
