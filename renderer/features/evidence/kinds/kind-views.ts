import type { ComponentType } from 'react';
import type { KindName } from '#domain/evidence/kinds.ts';
import { DocumentForm } from './document/DocumentForm.tsx';
import { DocumentView } from './document/DocumentView.tsx';
import type { KindFormProps, KindViewProps } from './kind-props.ts';
import { PhotoForm } from './photo/PhotoForm.tsx';
import { PhotoView } from './photo/PhotoView.tsx';
import { StatementForm } from './statement/StatementForm.tsx';
import { StatementView } from './statement/StatementView.tsx';
import { TelegramForm } from './telegram/TelegramForm.tsx';
import { TelegramView } from './telegram/TelegramView.tsx';
import { VideoForm } from './video/VideoForm.tsx';
import { VideoView } from './video/VideoView.tsx';
import { WebPageForm } from './web-page/WebPageForm.tsx';
import { WebPageView } from './web-page/WebPageView.tsx';

/**
 * How each kind is filled in and read. A form is controlled and writes nothing; a view writes what can be edited in it
 * (shots, regions, translations), each edit as a change that can be undone.
 */
export const kindViews: {
  [K in KindName]: { Form: ComponentType<KindFormProps<K>>; View: ComponentType<KindViewProps<K>> };
} = {
  video: { Form: VideoForm, View: VideoView },
  photo: { Form: PhotoForm, View: PhotoView },
  telegram: { Form: TelegramForm, View: TelegramView },
  statement: { Form: StatementForm, View: StatementView },
  document: { Form: DocumentForm, View: DocumentView },
  'web-page': { Form: WebPageForm, View: WebPageView },
};
