import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAssetUrl } from '#features/evidence/assets/use-asset-url.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { NumberField } from '#ui/NumberField.tsx';
import { openPdf } from './open-pdf.ts';
import styles from './PdfPages.module.css';

/** The pages of a PDF asset, one at a time, drawn as pictures: nothing in it is run, followed or filled in. */
export function PdfPages({ sha256, label }: { readonly sha256: string; readonly label: string }) {
  const { t } = useTranslation('kinds');
  const asset = useAssetUrl(sha256);
  const url = asset.state === 'ready' ? asset.url : null;
  const [opened, setOpened] = useState<PDFDocumentProxy | 'locked' | 'damaged' | null>(null);
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (url === null) return;
    const { document, close } = openPdf(url);
    void document.then(setOpened);
    return () => {
      setOpened(null);
      close();
    };
  }, [url]);
  if (asset.state === 'missing') return <p className={styles.note}>{t('pictureMissing')}</p>;
  if (opened === 'locked' || opened === 'damaged') return <p className={styles.note}>{t(`pdf-${opened}`)}</p>;
  if (!opened) return <div className={styles.waiting} aria-busy="true" />;
  const go = (page: number) => setShown(Math.min(Math.max(page, 1), opened.numPages));
  return (
    <figure className={styles.pages} aria-label={label}>
      <figcaption className={styles.tools}>
        <IconButton label={t('pageBefore')} isDisabled={shown === 1} onPress={() => go(shown - 1)}>
          ‹
        </IconButton>
        <NumberField
          aria-label={t('page')}
          minValue={1}
          maxValue={opened.numPages}
          value={shown}
          onChange={(page) => page !== null && go(page)}
        />
        <span>{t('ofPages', { count: opened.numPages })}</span>
        <IconButton label={t('pageAfter')} isDisabled={shown === opened.numPages} onPress={() => go(shown + 1)}>
          ›
        </IconButton>
      </figcaption>
      <Page document={opened} n={shown} label={t('pageOf', { page: shown, count: opened.numPages })} />
    </figure>
  );
}

/** No page is drawn larger than this: a page may claim to be as large as a house. */
const MOST_PIXELS = 16_000_000;

interface PageProps {
  readonly document: PDFDocumentProxy;
  readonly n: number;
  readonly label: string;
}

function Page({ document, n, label }: PageProps) {
  const { t } = useTranslation('kinds');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<number | null>(null);
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const draw = async () => {
      const page = await document.getPage(n);
      const place = canvas.current;
      if (isGone || !place) return;
      const whole = page.getViewport({ scale: 1 });
      const fit = ((place.parentElement?.clientWidth ?? 600) / whole.width) * window.devicePixelRatio;
      const scale = Math.min(fit, Math.sqrt(MOST_PIXELS / (whole.width * whole.height)));
      const viewport = page.getViewport({ scale });
      place.width = Math.max(1, Math.floor(viewport.width));
      place.height = Math.max(1, Math.floor(viewport.height));
      const drawing = page.render({ canvas: place, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
    };
    draw().catch(() => {
      if (!isGone) setFailed(n);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [document, n]);
  return (
    <>
      {failed === n && <p className={styles.note}>{t('pdf-damaged')}</p>}
      <canvas ref={canvas} role="img" aria-label={label} className={styles.page} />
    </>
  );
}
