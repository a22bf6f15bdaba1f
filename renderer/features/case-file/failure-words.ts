import type { TFunction } from 'i18next';
import { desktop } from '#desktop/desktop.ts';
import type { ExpectedFailure } from '#ui/use-action.ts';
import { CaseFileFailed } from './worker-protocol.ts';

/** What is said of a failure: what failed, what was kept, what to do. */
export interface FailureWords {
  what: string;
  kept?: string;
  advice?: string;
}

/** The words for a failure to write a file; the case is never touched by one. */
export function writingFailure(t: TFunction<'case-file'>, { code }: ExpectedFailure): FailureWords {
  const kept = t('kept');
  switch (code) {
    case 'asset-altered':
      return { what: t('assetAltered'), kept };
    case 'case-changed':
      return { what: t('caseChanged') };
    case 'disk-full':
      return { what: t('diskFull'), kept, advice: t('notWritten') };
    default:
      return { what: t('notWritten'), kept };
  }
}

/** The words for a failure to open a file; nothing of it is ever left behind. */
export function openingFailure(t: TFunction<'case-file'>, error: ExpectedFailure): FailureWords {
  const { code } = error;
  const kept = t('nothingTakenIn');
  switch (code) {
    case 'not-a-case-file':
      return { what: t('notACaseFile'), kept };
    case 'newer-format':
      return { what: newerWords(t, error), kept, advice: t('newerAdvice') };
    case 'no-room':
      return { what: t('noRoom'), kept, advice: t('noRoomAdvice') };
    case 'case-changed':
      return { what: t('caseChanged') };
    case 'case-moved-on':
      return { what: t('caseMovedOn') };
    case 'notes-open':
      return { what: t('notesOpen'), advice: t('notesOpenAdvice') };
    default:
      return { what: t('notReadable'), kept };
  }
}

function newerWords(t: TFunction<'case-file'>, error: ExpectedFailure): string {
  if (!(error instanceof CaseFileFailed) || !error.newer) throw error;
  return t('newerFormat', { ...error.newer, version: desktop.version });
}
