import type { Subtitles } from '#domain/evidence/kinds/video.ts';
import { decodeText } from '#domain/intake/decode-text.ts';
import type { DraftFile } from '#domain/intake/draft.ts';
import { mimeOfFile, readWhole } from '#domain/intake/dropped-bytes.ts';
import { nameOf } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, DroppedFile, Recognised } from '#domain/intake/importer.ts';
import { languageInName, readSubtitles } from '#domain/intake/subtitles/subtitles.ts';

/** What lies beside a film or its description. */
export interface FilesBeside {
  readonly files: readonly DraftFile[];
  readonly subtitles: readonly Subtitles[];
  readonly findings: readonly Finding[];
  readonly hasFilm: boolean;
}

const LARGEST_SUBTITLES = 32 * 1024 * 1024;

/**
 * Looks at the files that belong to a film: the film itself, told by its bytes, is the original; subtitles are read; a part of a
 * download that was broken off is told. `automatic` names the languages whose captions a machine made.
 */
export async function filesBeside(found: Recognised, drop: Drop, automatic: ReadonlySet<string>): Promise<FilesBeside> {
  const files: DraftFile[] = [];
  const subtitles: Subtitles[] = [];
  const findings: Finding[] = [];
  for (const path of found.belongs) {
    const file = drop.get(path);
    if (!file) continue;
    const mime = await mimeOfFile(file);
    const isMedia = /^(?:video|audio)\//.test(mime);
    const isPart = /\.(?:part|ytdl|temp)$|\.part-Frag\d+$/i.test(path);
    if (isPart) findings.push({ code: 'cut-short', path });
    files.push({ name: nameOf(path), mime, role: isMedia && !isPart ? 'original' : 'sidecar', path });
    const read = /\.(?:vtt|srt|ass|ssa)$/i.test(path) ? await subtitlesOf(file, automatic, findings) : undefined;
    if (read) subtitles.push(read);
  }
  return { files, subtitles, findings, hasFilm: files.some(({ role }) => role === 'original') };
}

/** Reads one subtitle file; undefined, and told, when nothing can be read in it. */
export async function subtitlesOf(
  file: DroppedFile,
  automatic: ReadonlySet<string>,
  findings: Finding[],
): Promise<Subtitles | undefined> {
  const { path } = file;
  const bytes = await readWhole(file, LARGEST_SUBTITLES, () => undefined);
  if (!bytes) {
    findings.push({ code: 'too-large', path });
    return undefined;
  }
  const { text, encoding, guessed } = decodeText(bytes);
  if (guessed) findings.push({ code: 'guessed', path, detail: encoding });
  const { cues, unread } = readSubtitles(text);
  for (const { line, text: detail } of unread) {
    findings.push({ code: 'not-readable', path, place: `line ${line}`, detail: detail.slice(0, 200) });
  }
  if (cues.length === 0) {
    findings.push({ code: 'nothing-inside', path });
    return undefined;
  }
  const language = languageInName(nameOf(path));
  return {
    file: nameOf(path),
    ...(language === undefined ? {} : { language }),
    ...(language !== undefined && automatic.has(language) ? { automatic: true } : {}),
    cues: [...cues],
  };
}
