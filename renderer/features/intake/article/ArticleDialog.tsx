import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '#features/cases/workbench.ts';
import { type Splitting, splitting } from '#features/evidence/split-request.ts';
import { useRecord, useTable } from '#store/use-case.ts';
import { type Command, useCommands } from '#ui/command.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { ArticleForm } from './ArticleForm.tsx';
import { ArticlePassages } from './ArticlePassages.tsx';
import { type ArticleDraft, emptyArticle, heldArticle } from './article-draft.ts';
import type { Keepings } from './keeping.ts';
import type { PastedArticle } from './take-article.ts';

/**
 * The dialog in which an article is pasted, or one that the case holds is taken, and its passages are kept as statements and claims.
 * What was typed stays when it is closed, until the article is taken in. Mount it once in a case; it opens when asked for.
 */
export function ArticleDialog() {
  const { t } = useTranslation('article');
  const { beside } = useWorkbench();
  const [asked, setAsked] = useState<Splitting | null>(null);
  const [draft, setDraft] = useState<ArticleDraft>(emptyArticle);
  const [pasted, setPasted] = useState<PastedArticle | null>(null);
  const [keepings, setKeepings] = useState<ReadonlyMap<string, Keepings>>(new Map());
  const exhibits = useTable('exhibits');
  splitting.useAnswer(setAsked);
  const exhibit = useRecord('exhibits', asked?.exhibit);
  const besideIt = useRecord('exhibits', beside?.table === 'exhibits' ? beside.id : undefined);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'article.paste', label: t('paste'), run: () => setAsked({}) },
      ...(besideIt && heldArticle(besideIt)
        ? [
            {
              id: 'article.split',
              label: t('titleOf', { label: besideIt.label }),
              run: () => setAsked({ exhibit: besideIt.id }),
            },
          ]
        : []),
    ],
    [t, besideIt],
  );
  useCommands(commands);
  const close = () => setAsked(null);
  const twin = useMemo(
    () => pasted && [...exhibits.values()].find(({ key, gone }) => key === pasted.key && gone === undefined),
    [exhibits, pasted],
  );
  const asExhibit = exhibit ?? twin;
  const article = (asExhibit && heldArticle(asExhibit)) ?? pasted;
  const name = article && ('exhibit' in article ? article.exhibit : article.key);
  const taken = () => {
    setKeepings((now) => new Map([...now].filter(([of]) => of !== name)));
    if (exhibit === undefined) {
      setDraft(emptyArticle);
      setPasted(null);
    }
    close();
  };
  return (
    <Dialog
      title={exhibit ? t('titleOf', { label: exhibit.label }) : t('title')}
      isOpen={asked !== null}
      onClose={close}
      size="full"
      outside="stay"
    >
      {article && name !== null && name !== undefined ? (
        <ArticlePassages
          key={name}
          article={article}
          note={!exhibit && twin ? t('isHere', { label: twin.label }) : undefined}
          keepings={keepings.get(name) ?? new Map()}
          onKeepings={(said) => setKeepings((now) => new Map(now).set(name, said))}
          onBack={exhibit ? undefined : () => setPasted(null)}
          onClose={close}
          onTaken={taken}
        />
      ) : (
        <ArticleForm draft={draft} onDraft={setDraft} onSplit={setPasted} onClose={close} />
      )}
    </Dialog>
  );
}
