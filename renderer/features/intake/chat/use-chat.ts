import { useEffect, useState } from 'react';
import { type ActionState, useAction } from '#ui/use-action.ts';
import { Chat } from './chat.ts';
import type { ChatPlace, OpenedChat } from './chat-protocol.ts';

/** A chat that stands open. */
export interface ReadChat {
  readonly chat: Chat;
  readonly opened: OpenedChat;
}

/** Opens a chat for as long as the component is mounted; null until it is read. Give the same `place` while it is the same. */
export function useChat(place: () => Promise<ChatPlace>): {
  readonly read: ReadChat | null;
  readonly action: ActionState;
} {
  const [read, setRead] = useState<ReadChat | null>(null);
  const [open, action] = useAction(async (tools, chat: Chat) => {
    const opened = await chat.open(await place(), tools);
    setRead({ chat, opened });
  });
  useEffect(() => {
    const chat = new Chat();
    void open(chat);
    return () => chat.end();
  }, [open]);
  return { read, action };
}
