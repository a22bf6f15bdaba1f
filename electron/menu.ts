import type { MenuItemConstructorOptions } from 'electron';
import type { MenuGroup, MenuWords } from '#bridge/desktop.ts';

/**
 * The native menu: the window's own commands, grouped as the window says, with what each platform expects around them, in
 * the window's language. `run` is called with the id of the chosen command.
 */
export function menuTemplate(
  menus: MenuGroup[],
  words: MenuWords,
  run: (id: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const own = menus.map((menu): MenuItemConstructorOptions => {
    const submenu = menu.items.map((item): MenuItemConstructorOptions => {
      const accelerator = item.keys === undefined ? null : acceleratorFrom(item.keys);
      return {
        id: item.id,
        label: item.label,
        enabled: item.enabled,
        click: () => run(item.id),
        // Shown, not registered: the window itself listens to the keys, and a command must not run twice.
        ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
      };
    });
    return { label: menu.label, submenu };
  });
  const item = (role: Exclude<keyof MenuWords, 'edit' | 'window'>): MenuItemConstructorOptions => ({
    role,
    label: words[role],
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  // Subtle: without an edit menu macOS gives text fields no Cmd-C, Cmd-V and Cmd-X. Undo is the window's own command.
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [item('cut'), item('copy'), item('paste'), item('selectAll')],
  };
  const ofWindow: MenuItemConstructorOptions = {
    label: words.window,
    submenu: [item('minimize'), item('zoom'), item('togglefullscreen'), line, item('close')],
  };
  if (platform !== 'darwin') return [...own, edit, ofWindow];
  const ofApp: MenuItemConstructorOptions = {
    label: 'Casebound', // macOS writes the app's own name
    submenu: [
      item('about'),
      line,
      item('services'),
      line,
      item('hide'),
      item('hideOthers'),
      item('unhide'),
      line,
      item('quit'),
    ],
  };
  return [ofApp, ...own, edit, ofWindow];
}

const modifiers: Record<string, string> = {
  mod: 'CommandOrControl',
  ctrl: 'Control',
  control: 'Control',
  cmd: 'Command',
  meta: 'Super',
  alt: 'Alt',
  shift: 'Shift',
};

const namedKeys: Record<string, string> = {
  enter: 'Return',
  escape: 'Escape',
  delete: 'Delete',
  backspace: 'Backspace',
  space: 'Space',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  plus: 'Plus',
};

/** Electron's word for keys written `Mod+Shift+K`; null for keys that it has no word for, such as one key after another. */
export function acceleratorFrom(keys: string): string | null {
  const parts = keys.split('+').map((part) => part.trim());
  const last = parts.pop() ?? '';
  const before = parts.map((part) => modifiers[part.toLowerCase()]);
  if (before.includes(undefined)) return null;
  const key =
    namedKeys[last.toLowerCase()] ??
    (/^([a-z0-9]|f([1-9]|1\d|2[0-4])|[!-/:-@[-`{-~])$/i.test(last) ? last.toUpperCase() : null);
  return key === null ? null : [...before, key].join('+');
}
