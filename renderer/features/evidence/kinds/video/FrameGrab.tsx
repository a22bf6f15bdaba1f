import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';
import { useFilm } from './film.ts';
import { keepFrame } from './keep-frame.ts';

/** Keeps the frame that the film shows as a photo of its own, derived from the video. */
export function FrameGrab({ exhibit }: { readonly exhibit: Exhibit<'video'> }) {
  const { t } = useTranslation('kinds');
  const film = useFilm();
  const { openBeside } = useWorkbench();
  const [grab, { busy, error, dismiss }] = useAction(async () => {
    const playing = film.current;
    if (!playing) return;
    const seconds = playing.time();
    const made = await keepFrame(exhibit, await playing.grab(), seconds, {
      title: (of, time) => t('frameTitle', { of, time }),
      because: (time) => t('frameBecause', { label: exhibit.label, time }),
    });
    showToast({
      text: t('frameKept', { label: made.label }),
      action: { label: t('openIt'), run: () => openBeside({ table: 'exhibits', id: made.id }) },
    });
  });
  if (!film.current) return null;
  return (
    <div>
      <Button onPress={() => void grab()} isDisabled={busy}>
        {t('grabFrame')}
      </Button>
      {error && (
        <ActionError
          what={t('frameFailed')}
          error={error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: dismiss }]}
        />
      )}
    </div>
  );
}
