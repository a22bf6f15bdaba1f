import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Tooltip } from '#ui/Tooltip.tsx';
import styles from './Stage.module.css';

export interface StageToolsProps {
  readonly zoom: number;
  readonly isDrawing: boolean;
  /** Does what the key does on the picture itself. */
  readonly onLook: (key: '+' | '-' | '0' | 'r') => void;
  readonly draw: { readonly label: string; readonly run: () => void } | undefined;
}

/** The acts on a picture that is looked at, each with the key that does the same. */
export function StageTools({ zoom, isDrawing, onLook, draw }: StageToolsProps) {
  const { t, i18n } = useTranslation('kinds');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 }).format(zoom);
  return (
    <div role="toolbar" aria-label={t('stageTools')} className={styles.tools}>
      <Tooltip text={t('zoomOut')} keys="-">
        <IconButton label={t('zoomOut')} onPress={() => onLook('-')}>
          −
        </IconButton>
      </Tooltip>
      <span className={styles.zoom}>{percent}</span>
      <Tooltip text={t('zoomIn')} keys="+">
        <IconButton label={t('zoomIn')} onPress={() => onLook('+')}>
          +
        </IconButton>
      </Tooltip>
      <Button variant="quiet" keys="0" onPress={() => onLook('0')}>
        {t('fit')}
      </Button>
      <Button variant="quiet" keys="R" onPress={() => onLook('r')}>
        {t('turn')}
      </Button>
      {draw && (
        <Button variant={isDrawing ? 'primary' : 'plain'} onPress={draw.run}>
          {isDrawing ? t('stopDrawing') : draw.label}
        </Button>
      )}
    </div>
  );
}
