import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useOpenCase } from '#store/use-case.ts';
import { matchesKeys, type PressedKeys } from '#ui/key-combination.ts';
import type { MenuAct, MenuGroup } from '#ui/Menu.tsx';
import { citing } from './cite.ts';
import { setGraphic, setInbox, trashExhibits } from './exhibit-acts.ts';
import { linking } from './link-request.ts';
import { repeating } from './repeat-request.ts';

export interface ExhibitActs {
  /** What can be done with exhibits, for a menu. */
  groups(ids: readonly Id[]): MenuGroup[];
  /** The act that a key press means, or undefined. */
  byKey(ids: readonly Id[], pressed: PressedKeys): MenuAct | undefined;
}

/** What can be done with some exhibits, as menus and keys offer it. `tag` asks for the tags. */
export function useExhibitActs(tag: (ids: readonly Id[]) => void): ExhibitActs {
  const { t } = useTranslation('evidence');
  const opened = useOpenCase();
  const { open, openBeside } = useWorkbench();
  const canCite = citing.useAnswered();
  const canLink = linking.useAnswered();

  const groups = (ids: readonly Id[]): MenuGroup[] => {
    const [id] = ids;
    const one = ids.length === 1 ? id : undefined;
    const exhibits = ids.flatMap((each) => opened.state.exhibits.get(each) ?? []);
    const allGraphic = exhibits.length > 0 && exhibits.every((e) => e.graphic);
    const toGraphic = async () => {
      await setGraphic(opened.id, ids, !allGraphic);
      showUndoToast(opened.id, t(allGraphic ? 'notGraphicDone' : 'graphicDone', { count: ids.length }), t('undo'));
    };
    const toInbox = async (inbox: Exhibit['inbox'], done: 'sortedIn' | 'setAside') => {
      await setInbox(opened.id, ids, inbox);
      showUndoToast(opened.id, t(done, { count: ids.length }), t('undo'));
    };
    const inInbox = exhibits.some((e) => e.inbox !== undefined);
    const toTrash = async () => {
      await trashExhibits(opened.id, ids);
      showUndoToast(opened.id, t('trashedCount', { count: ids.length }), t('undo'));
    };
    return [
      {
        id: 'open',
        acts: [
          {
            id: 'beside',
            label: t('openBeside'),
            keys: 'Enter',
            isDisabled: one === undefined,
            run: () => one !== undefined && openBeside({ table: 'exhibits', id: one }),
          },
          {
            id: 'full',
            label: t('openFull'),
            keys: 'Mod+Enter',
            isDisabled: one === undefined,
            run: () => one !== undefined && open({ table: 'exhibits', id: one }),
          },
        ],
      },
      {
        id: 'use',
        acts: [
          { id: 'cite', label: t('cite'), keys: 'C', isDisabled: !canCite, run: () => citing.ask({ ids }) },
          { id: 'link', label: t('link'), keys: 'L', isDisabled: !canLink, run: () => linking.ask({ exhibits: ids }) },
          { id: 'tag', label: t('tagAct'), keys: 'T', run: () => tag(ids) },
          { id: 'repeats', label: t('repeatsAct'), keys: 'R', run: () => repeating.ask({ exhibits: ids }) },
          { id: 'graphic', label: t(allGraphic ? 'notGraphic' : 'setGraphic'), keys: 'G', run: () => void toGraphic() },
        ],
      },
      ...(inInbox
        ? [
            {
              id: 'inbox',
              acts: [
                { id: 'sort-in', label: t('sortIn'), keys: 'S', run: () => void toInbox(undefined, 'sortedIn') },
                { id: 'set-aside', label: t('setAsideAct'), keys: 'X', run: () => void toInbox('aside', 'setAside') },
              ],
            },
          ]
        : []),
      { id: 'end', acts: [{ id: 'trash', label: t('trash'), keys: 'Delete', run: () => void toTrash() }] },
    ];
  };

  return {
    groups,
    byKey: (ids, pressed) =>
      groups(ids)
        .flatMap((group) => group.acts)
        .find((act) => act.isDisabled !== true && act.keys !== undefined && matchesKeys(act.keys, pressed)),
  };
}
