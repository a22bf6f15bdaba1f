import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#domain/import.ts';
import { chatImporters } from '#domain/intake/chat-importers.ts';
import { type ShowingInChat, showingInChat } from '#features/evidence/show-in-chat.ts';
import { IntakeTaken } from '#features/intake/IntakeTaken.tsx';
import { Intake } from '#features/intake/intake.ts';
import { type Taken, takeIn } from '#features/intake/take-in.ts';
import { WritingProgress } from '#features/intake/WritingProgress.tsx';
import { useOpenCase } from '#store/use-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import { keptFiles } from './kept-chat.ts';
import { MessageBrowser } from './MessageBrowser.tsx';

/** Says whether the chats of an import can be browsed: it keeps its original, and its importer lists chats. */
export function canBrowse({ kept, importer }: Import): boolean {
  return kept !== undefined && chatImporters.has(importer);
}

/** Opens the chat that is asked for, from the original that the case keeps; more of its messages can be taken in from there. */
export function KeptChat() {
  const { t } = useTranslation('chat');
  const opened = useOpenCase();
  const [asked, setAsked] = useState<ShowingInChat | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isTaking, setIsTaking] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const show = useCallback((next: ShowingInChat) => {
    setTaken(null);
    setIsTaking(false);
    setAsked(next);
  }, []);
  showingInChat.useAnswer(show);
  const record = asked ? opened.state.imports.get(asked.import) : undefined;
  const part =
    record?.parts.find(({ id }) => id === asked?.chat) ??
    record?.parts.find(({ id }) => id.startsWith(`${asked?.chat}#`));
  const place = useCallback(async () => {
    if (!record || !asked) throw new Error('No chat was asked for.');
    return {
      files: await keptFiles(record),
      main: record.file,
      importer: record.importer,
      part: part?.id ?? asked.chat,
    };
  }, [record, asked, part]);
  const [take, action] = useAction(async (tools, from: Import, chat: string, keys: ReadonlySet<string>) => {
    const intake = new Intake();
    setIsWriting(false);
    try {
      const { found } = await intake.survey(await keptFiles(from), tools);
      const [one] = found;
      const [read] = one ? await intake.read([{ n: one.n, choice: { parts: new Set([chat]), keys } }], tools) : [];
      if (!one || !read) return;
      setIsWriting(true);
      const given = { tags: [], source: undefined, graphic: false };
      setTaken(await takeIn(opened.id, opened.state, [{ found: one, read, from }], given, tools.signal));
    } finally {
      intake.end();
    }
  });
  const close = () => {
    action.cancel();
    setAsked(null);
  };
  if (!asked || !record) return null;
  const title = part?.title ?? asked.chat;
  if (!isTaking) {
    return (
      <MessageBrowser
        key={`${asked.import} ${asked.chat} ${asked.message}`}
        title={title}
        place={place}
        at={asked.message}
        act={(count) => t('take', { count })}
        onTake={(keys) => {
          setIsTaking(true);
          void take(record, part?.id ?? asked.chat, keys);
        }}
        onClose={close}
      />
    );
  }
  return (
    <Dialog title={title} isOpen onClose={close} outside="stay">
      {action.busy && isWriting && <WritingProgress onCancel={close} />}
      {action.busy && !isWriting && (
        <Progress
          label={t('taking')}
          done={action.progress?.done}
          total={action.progress?.total}
          cancel={{ label: t('cancel'), run: close }}
        />
      )}
      {action.error && (
        <ActionError
          what={t('takeFailed')}
          kept={t('failedKept')}
          error={action.error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('close'), run: close }]}
        />
      )}
      {taken && <IntakeTaken taken={taken} onClear={close} />}
    </Dialog>
  );
}
