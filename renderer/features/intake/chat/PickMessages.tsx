import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '#domain/intake/importer.ts';
import { type Picks, withPart, withPicks } from '#features/intake/choices.ts';
import type { Found } from '#features/intake/intake-protocol.ts';
import { type Choices, useIntake } from '#features/intake/use-intake.ts';
import { Button } from '#ui/Button.tsx';
import { MessageBrowser } from './MessageBrowser.tsx';

export interface PickMessagesProps {
  readonly found: Found;
  readonly part: Part;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly picks: Picks;
  readonly onPicks: (picks: Picks) => void;
}

/** The way to choose single messages of a chat that was found, and how many were chosen. Nothing where the file is no chat. */
export function PickMessages({ found, part, choices, onChoices, picks, onPicks }: PickMessagesProps) {
  const { t } = useTranslation('chat');
  const { chatPlace } = useIntake();
  const [isOpen, setIsOpen] = useState(false);
  const place = useCallback(async () => chatPlace(found, part.id), [chatPlace, found, part.id]);
  const keys = picks.get(found.n)?.get(part.id);
  if (!found.hasListing) return null;
  return (
    <>
      {keys && <strong role="status">{t('picked', { count: keys.size })}</strong>}
      <Button variant="link" onPress={() => setIsOpen(true)}>
        {t('chooseMessages')}
      </Button>
      {keys && (
        <Button variant="link" onPress={() => onPicks(withPicks(picks, found.n, part.id, new Set()))}>
          {t('allAgain')}
        </Button>
      )}
      {isOpen && (
        <MessageBrowser
          title={part.title}
          place={place}
          chosen={keys}
          act={(count) => t('use', { count })}
          onTake={(chosen) => {
            onPicks(withPicks(picks, found.n, part.id, chosen));
            if (!choices.get(found.n)?.parts.has(part.id)) onChoices(withPart(choices, found, part.id, true));
            setIsOpen(false);
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
