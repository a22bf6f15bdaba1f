import { MIME_BYTES, recogniseMime } from '#domain/mime.ts';
import { checkBoxes } from './boxes.ts';
import { checkMatroska } from './matroska.ts';
import { checkGif, checkJpeg, checkPng } from './pictures.ts';
import { type FileState, type Readable, readAt, viewOf } from './readable.ts';

/** Looks at the frame of a film or picture (its boxes, chunks, segments) without decoding it; reads little of large films. */
export async function checkFile(file: Readable): Promise<FileState> {
  const head = await readAt(file, 0, MIME_BYTES);
  switch (recogniseMime(head)) {
    case 'video/mp4':
    case 'video/quicktime':
    case 'video/x-m4v':
    case 'video/3gpp':
    case 'audio/mp4':
      return checkBoxes(file, ['moov', 'mdat']);
    case 'image/avif':
    case 'image/heic':
      return checkBoxes(file, ['meta']);
    case 'video/webm':
    case 'video/x-matroska':
      return checkMatroska(file);
    case 'image/webp':
    case 'video/x-msvideo':
    case 'audio/wav':
      return ofAnnounced(file, viewOf(head).getUint32(4, true) + 8);
    case 'image/bmp':
      return ofAnnounced(file, viewOf(head).getUint32(2, true));
    case 'image/jpeg':
      return checkJpeg(file);
    case 'image/png':
      return checkPng(file);
    case 'image/gif':
      return checkGif(file);
    default:
      return 'not-told';
  }
}

/** Writers that stream leave the announced length at nothing. */
function ofAnnounced(file: Readable, length: number): FileState {
  return length > file.size && length < 0xffff_ffff ? 'cut-off' : 'whole';
}
