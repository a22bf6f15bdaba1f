import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMhtml, readMhtml, subjectOf } from './mhtml.ts';
import { fromBase64, fromQuotedPrintable, toBase64 } from './mime-coding.ts';
import { contentType, decodedWords, mimeHeaders } from './mime-headers.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (read: Uint8Array | undefined) => new TextDecoder().decode(read);

const saved = `From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/a
Subject: =?utf-8?Q?=D0=A1=D0=BB=D0?= =?utf-8?Q?=BE=D0=B2=D0=BE?=
Date: Wed, 16 Mar 2022 19:24:12 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/frame

<p>frame
------MultipartBoundary--x----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/a

<p title=3D"x">=D0=A1=D0=
=BB=D0=BE=D0=B2=D0=BE ------MultipartBoundary--x----
------MultipartBoundary--x----
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-Location: https://example.org/a.gif

R0lG
ODlh
------MultipartBoundary--x------
`.replaceAll('\n', '\r\n');

describe('MHTML', () => {
  test('the page is the part at the address of the whole, not the first one in HTML', () => {
    const { page, parts, isCut } = readMhtml(bytes(saved));
    expect(text(page?.bytes)).toBe('<p title="x">Слово ------MultipartBoundary--x----');
    expect(parts.map(({ mime, location }) => [mime, location])).toEqual([
      ['text/html', 'https://example.org/frame'],
      ['text/html', 'https://example.org/a'],
      ['image/gif', 'https://example.org/a.gif'],
    ]);
    expect(parts[0]).toMatchObject({ id: 'frame-1@mhtml.blink' });
    expect(text(parts[2]?.bytes)).toBe('GIF89a');
    expect(isCut).toBe(false);
  });

  test('a letter that is parted between two words of the subject is one letter', () => {
    expect(subjectOf(mimeHeaders(saved))).toBe('Слово');
  });

  test('it may end anywhere: what is there is kept, and it says that it is cut', () => {
    for (let end = 0; end < saved.length - 6; end += 7) {
      const { isCut, headers } = readMhtml(bytes(saved).slice(0, end));
      if (headers.get('content-type')?.includes('boundary=')) expect(isCut).toBe(true);
    }
  });

  test('bytes that are no letters are kept as they are', () => {
    const head =
      'Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: binary\n\n';
    const picture = Uint8Array.from({ length: 256 }, (_, at) => at);
    const whole = new Uint8Array([...bytes(head), ...picture, ...bytes('\n--b--\n')]);
    expect(readMhtml(whole).parts[0]?.bytes).toEqual(picture);
  });

  test('parts within parts are read, as far as some', () => {
    const nested = (n: number): string =>
      n === 0
        ? 'Content-Type: text/html\n\n<p>in'
        : `Content-Type: multipart/related; boundary=b${n}x\n\n--b${n}x\n${nested(n - 1)}\n--b${n}x--\n`;
    expect(text(readMhtml(bytes(nested(2))).page?.bytes)).toBe('<p>in');
    expect(readMhtml(bytes(nested(9))).page).toBeUndefined();
  });

  test('is told by what it says, whatever its name; a letter with pictures is none', () => {
    expect(isMhtml(bytes(saved), 'x.bin')).toBe(true);
    expect(isMhtml(bytes('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b'), 'a.mht')).toBe(true);
    expect(isMhtml(bytes('From: a@b\nContent-Type: multipart/related; boundary=b\n\n--b'), 'a.eml')).toBe(false);
    expect(isMhtml(bytes('<html>'), 'a.mhtml')).toBe(false);
  });

  test('whatever it is given, it answers, in time', () => {
    const line = fc.constantFrom(
      '--b',
      '--b--',
      '',
      'Content-Type: text/html',
      'Content-Type: multipart/mixed; boundary=b',
      ' x',
      'a: b',
      '=',
      '==',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 40 }), (lines) => {
        const read = readMhtml(bytes(`Content-Type: multipart/related; boundary="b"\r\n\r\n${lines.join('\r\n')}`));
        expect(read.parts.length).toBeLessThanOrEqual(lines.length + 1);
      }),
    );
    const marks = bytes(`Content-Type: multipart/related; boundary=b\n\n${'--b\n'.repeat(1_000_000)}`);
    expect(readMhtml(marks).parts.length).toBeLessThanOrEqual(20_000);
  });
});

describe('codings', () => {
  test('bytes come back from base64 as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
        expect(fromBase64(bytes(toBase64(raw)))).toEqual(new Uint8Array(raw));
      }),
    );
    expect(toBase64(bytes('any carnal pleas'))).toBe('YW55IGNhcm5hbCBwbGVhcw==');
    expect(toBase64(new Uint8Array(100_000)).length).toBe(133_336);
  });

  test('what is no code in quoted-printable stays; a soft line break is nothing', () => {
    expect(text(fromQuotedPrintable(bytes('a=3Db=zz=\r\nc= \nd=')))).toBe('a=b=zzcd');
  });

  test('headers go on in lines that begin with white space; the first of a name counts', () => {
    const headers = mimeHeaders('A: 1\r\n\t2\r\nnot a header\r\na: 3\n__proto__: x');
    expect([...headers]).toEqual([
      ['a', '1 2'],
      ['__proto__', 'x'],
    ]);
    expect(contentType('Text/HTML; charset="utf-8"; x=y')).toEqual({ mime: 'text/html', charset: 'utf-8' });
    expect(contentType(undefined)).toEqual({ mime: '' });
  });

  test('words in an encoding that nobody knows stay as they stand', () => {
    expect(decodedWords('=?klingon?Q?a?= b')).toBe('=?klingon?Q?a?= b');
    expect(decodedWords('=?windows-1251?B?0evu4u4=?= =?utf-8?q?a_b?=')).toBe(
      '=?windows-1251?B?0evu4u4=?==?utf-8?q?a_b?=',
    );
  });
});
