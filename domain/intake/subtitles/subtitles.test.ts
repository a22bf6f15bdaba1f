import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageInName, looksLikeSubtitles, readSubtitles, transcriptOf } from './subtitles.ts';

describe('WebVTT', () => {
  test('times with and without hours, settings, voices and marks', () => {
    const { cues, format } = readSubtitles(
      'WEBVTT - film\nKind: captions\n\nNOTE a --> b\nnot shown\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.500 --> 00:02.000 align:start position:0%\n<v Roger>Fish &amp; <i>chips</i></v>\nsecond line\n\n01:02:03.004 --> 01:02:05.000\n- Да.\n',
    );
    expect(format).toBe('vtt');
    expect(cues).toEqual([
      { from: 1.5, to: 2, text: 'Fish & chips\nsecond line' },
      { from: 3723.004, to: 3725, text: '- Да.' },
    ]);
  });

  test('automatic captions roll: each line comes out once, from when it first shows', () => {
    const rolling = [
      'WEBVTT\nKind: captions\nLanguage: ru\n',
      '00:00:00.080 --> 00:00:02.389 align:start position:0%\n \nколонна<00:00:00.640><c> вышла</c><00:00:01.199><c> утром</c>',
      '00:00:02.389 --> 00:00:02.399 align:start position:0%\nколонна вышла утром\n ',
      '00:00:02.399 --> 00:00:04.789 align:start position:0%\nколонна вышла утром\nиз<00:00:02.960><c> лагеря</c>',
      '00:00:04.789 --> 00:00:04.799 align:start position:0%\nиз лагеря\n ',
      '00:00:04.799 --> 00:00:06.000 align:start position:0%\nиз лагеря\nна<00:00:05.100><c> север</c>',
    ].join('\n\n');
    const { cues } = readSubtitles(rolling);
    expect(cues).toEqual([
      { from: 0.08, to: 2.389, text: 'колонна вышла утром' },
      { from: 2.399, to: 4.789, text: 'из лагеря' },
      { from: 4.799, to: 6, text: 'на север' },
    ]);
    expect(transcriptOf(cues)).toBe('колонна вышла утром\nиз лагеря\nна север');
  });

  test('the same rolling captions turned into SubRip, without word times, are unrolled too', () => {
    const lines = ['one', 'two', 'three', 'four', 'five'];
    const srt = lines
      .map(
        (line, at) =>
          `${at + 1}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${at === 0 ? '' : `${lines[at - 1]}\n`}${line}\n`,
      )
      .join('\n');
    expect(transcriptOf(readSubtitles(srt).cues)).toBe(lines.join('\n'));
  });

  test('what people really say twice stays twice', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\nНет.\n\n2\n00:00:02,000 --> 00:00:03,000\nНет.\n\n3\n00:00:04,000 --> 00:00:05,000\nХорошо.\n\n4\n00:00:05,500 --> 00:00:06,000\nИдём.\n';
    expect(readSubtitles(srt).cues.map(({ text }) => text)).toEqual(['Нет.', 'Нет.', 'Хорошо.', 'Идём.']);
  });
});

describe('SubRip', () => {
  test('commas, CRLF, positions and a missing empty line', () => {
    const { cues, format, unread } = readSubtitles(
      '1\r\n00:00:01,000 --> 00:00:02,5 X1:40 X2:600\r\n{\\an8}<font color="#fff">up</font>\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\ndown\r\n',
    );
    expect(format).toBe('srt');
    expect(cues).toEqual([
      { from: 1, to: 2.5, text: 'up' },
      { from: 3, to: 4, text: 'down' },
    ]);
    expect(unread).toEqual([]);
  });

  test('a time that cannot be read is told with its line; an end before its beginning is not kept', () => {
    const { cues, unread } = readSubtitles(
      '1\n0:0:x --> 00:00:02,000\nlost\n\n2\n00:00:09,000 --> 00:00:03,000\nkept\n',
    );
    expect(unread).toEqual([{ line: 2, text: '0:0:x --> 00:00:02,000' }]);
    expect(cues).toEqual([{ from: 9, text: 'kept' }]);
  });
});

test('recognised by what they begin with', () => {
  expect(looksLikeSubtitles('\ufeffWEBVTT\n')).toBe(true);
  expect(looksLikeSubtitles('1\n00:00:01,000 --> 00:00:02,000\nx')).toBe(true);
  expect(looksLikeSubtitles('1\nonce upon a time')).toBe(false);
  expect(looksLikeSubtitles('WEBVTTX')).toBe(false);
});

test('the language in a name', () => {
  expect(languageInName('Film [id].en-orig.vtt')).toBe('en-orig');
  expect(languageInName('Film.pt-BR.srt')).toBe('pt-BR');
  expect(languageInName('Film.vtt')).toBeUndefined();
});

test('no text makes it throw or lose its order of lines', () => {
  const piece = fc.constantFrom(
    '00:00:01,000 --> 00:00:02,000',
    '\n',
    '\n\n',
    '1',
    'WEBVTT',
    '<c>',
    'слово',
    '-->',
    '&amp;',
    '{\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { from, to } of readSubtitles(pieces.join('\n')).cues)
        expect(to === undefined || to >= from).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});
