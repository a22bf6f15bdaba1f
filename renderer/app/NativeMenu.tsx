import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuGroup, MenuWords } from '#bridge/desktop.ts';
import { desktop } from '#desktop/desktop.ts';
import { type Command, canRun, useAllCommands } from '#ui/command.ts';

/** Fills the shell's native menu with the commands that palette and keyboard have. Draws nothing. */
export function NativeMenu() {
  const { t } = useTranslation('frame');
  const commands = useAllCommands();
  useEffect(() => {
    const words: MenuWords = {
      about: t('menu-about'),
      services: t('menu-services'),
      hide: t('menu-hide'),
      hideOthers: t('menu-hideOthers'),
      unhide: t('menu-unhide'),
      quit: t('menu-quit'),
      edit: t('menu-edit'),
      cut: t('menu-cut'),
      copy: t('menu-copy'),
      paste: t('menu-paste'),
      selectAll: t('menu-selectAll'),
      window: t('menu-window'),
      minimize: t('menu-minimize'),
      zoom: t('menu-zoom'),
      togglefullscreen: t('menu-togglefullscreen'),
      close: t('menu-close'),
    };
    desktop.setMenu(menuOf(commands, t('commands')), words, (id) => {
      const command = commands.find((c) => c.id === id);
      if (command && canRun(command)) command.run();
    });
  }, [commands, t]);
  return null;
}

function menuOf(commands: readonly Command[], label: string): MenuGroup[] {
  if (commands.length === 0) return [];
  return [
    {
      label,
      items: commands.map((c) => ({
        id: c.id,
        label: c.label,
        ...(c.keys?.[0] && { keys: c.keys[0] }),
        enabled: canRun(c),
      })),
    },
  ];
}
