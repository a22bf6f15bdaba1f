import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { AssetMissing } from '#store/assets.ts';
import { inertPage } from './inert-page.ts';
import styles from './SavedPage.module.css';
import { type OpenedPage, openSavedPage, type SavedFile } from './saved-files.ts';

/** Beyond this a page is not drawn: the window would stand still. */
const LARGEST = 64 * 1024 * 1024;

type Standing = 'loading' | 'missing' | 'damaged' | 'large' | 'shown' | 'cut';

/**
 * A page as it was saved, drawn in a tree of its own that nothing leads out of: no script, no request, no link. Its styles are taken over
 * as sheets that the window makes, which the policy allows where it refuses styles in a text; what is too wild stays inside its frame.
 */
export function SavedPage({ exhibit, file }: { readonly exhibit: Exhibit; readonly file: SavedFile }) {
  const { t } = useTranslation('kinds');
  const place = useRef<HTMLDivElement>(null);
  const [standing, setStanding] = useState<Standing>(file.bytes > LARGEST ? 'large' : 'loading');
  const [failed, setFailed] = useState<{ readonly thrown: unknown } | null>(null);
  const latest = useRef(exhibit);
  useEffect(() => {
    latest.current = exhibit;
  });
  useEffect(() => {
    if (file.bytes > LARGEST) return;
    let isGone = false;
    let opened: OpenedPage | null = null;
    const show = async () => {
      opened = await openSavedPage(latest.current, file);
      const host = place.current;
      if (isGone || !host) return opened?.close();
      if (!opened) return setStanding('damaged');
      const page = inertPage(opened.html, opened);
      const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [...page.styles];
      root.replaceChildren(page.content);
      setStanding(page.isCut ? 'cut' : 'shown');
    };
    show().catch((thrown: unknown) => {
      if (isGone) return;
      if (thrown instanceof AssetMissing) setStanding('missing');
      else setFailed({ thrown });
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [file]);
  if (failed) throw failed.thrown;
  return (
    <>
      {standing !== 'loading' && standing !== 'shown' && <p role="status">{t(`page-${standing}`)}</p>}
      <section
        aria-label={t('pageAsSaved')}
        aria-busy={standing === 'loading'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        hidden={standing === 'large' || standing === 'missing' || standing === 'damaged'}
        className={styles.frame}
      >
        <div ref={place} inert className={styles.page} data-saved-page="" />
      </section>
    </>
  );
}
