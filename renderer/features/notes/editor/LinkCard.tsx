import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  createCommand,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { matchesKeys } from '#ui/key-combination.ts';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './LinkCard.module.css';
import { isOpenable } from './note-extension.ts';

const ASK_FOR_LINK: LexicalCommand<void> = createCommand('ASK_FOR_LINK');

/** Asks for the address of a link on the selected words. */
export function askForLink(editor: LexicalEditor): void {
  editor.dispatchCommand(ASK_FOR_LINK, undefined);
}

/** Links the selected words; where none are selected, the address itself is written. */
function $link(address: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) $toggleLink(address);
  else selection.insertNodes([$createLinkNode(address).append($createTextNode(address))]);
}

type Asked = { what: 'new' } | { what: 'seen'; key: NodeKey; address: string } | null;

/**
 * Links in the text. A click never goes anywhere: it shows the full address, and only from there, after reading it, is it opened
 * outside, changed or taken off.
 */
export function LinkCard() {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const [asked, setAsked] = useState<Asked>(null);
  const [address, setAddress] = useState('');
  const [open, opening] = useAction(() => desktop.openOutside(address));
  const editable = editor.isEditable();

  useEffect(() => {
    const show = (link: LinkNode) => {
      setAddress(link.getURL());
      setAsked({ what: 'seen', key: link.getKey(), address: link.getURL() });
    };
    const ask = () => {
      const here = editor.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null;
      });
      if (here) return editor.read(() => show(here));
      setAddress('');
      setAsked({ what: 'new' });
    };
    const onClick = (event: MouseEvent) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null;
      if (!anchor) return;
      event.preventDefault();
      editor.read(() => {
        const node = $getNearestNodeFromDOMNode(anchor);
        const link = node && $findMatchingParent(node, $isLinkNode);
        if (link) show(link);
      });
    };
    return mergeRegister(
      editor.registerCommand(
        ASK_FOR_LINK,
        () => {
          ask();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!matchesKeys('Mod+Shift+K', event)) return false;
          event.preventDefault();
          ask();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerRootListener((root) => {
        root?.addEventListener('click', onClick);
        return () => root?.removeEventListener('click', onClick);
      }),
    );
  }, [editor]);

  if (asked === null) return null;
  const close = () => setAsked(null);
  const isGood = isOpenable(address);
  const keep = () => {
    if (!isGood) return;
    if (asked.what === 'new') editor.update(() => $link(address));
    else
      editor.update(() => {
        const link = $getNodeByKey(asked.key);
        if ($isLinkNode(link)) link.setURL(address);
      });
    close();
  };
  const takeOff = () => {
    if (asked.what === 'seen') {
      editor.update(() => {
        const link = $getNodeByKey(asked.key);
        if (!$isLinkNode(link)) return;
        link.select(0, link.getChildrenSize());
        $toggleLink(null);
      });
    }
    close();
  };
  return (
    <Dialog
      title={asked.what === 'new' ? t('link') : t('link-leads')}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          {asked.what === 'seen' && editable && <Button onPress={takeOff}>{t('unlink')}</Button>}
          {editable && (
            <Button variant={asked.what === 'new' ? 'primary' : 'plain'} isDisabled={!isGood} onPress={keep}>
              {t('keep-link')}
            </Button>
          )}
          {asked.what === 'seen' && (
            <Button
              variant="primary"
              isDisabled={!isGood || opening.busy}
              onPress={() => void open().then((done) => done && close())}
            >
              {t('open-outside')}
            </Button>
          )}
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        {asked.what === 'seen' && <p className={styles.warning}>{t('link-warning')}</p>}
        <TextField
          label={t('address')}
          value={address}
          onChange={setAddress}
          isReadOnly={!editable}
          autoFocus
          dir="ltr"
          rows={asked.what === 'seen' ? 3 : undefined}
          error={address !== '' && !isGood ? t('address-wrong') : opening.error ? t('open-failed') : undefined}
        />
      </form>
    </Dialog>
  );
}
