import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';

interface Clip {
  readonly from: string;
  readonly html?: string;
  readonly plain?: string;
  /** The text of the note afterwards: its elements without anything else. */
  readonly becomes: string;
  readonly told?: string;
}

const wordItem = (level: number, sign: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; mso-style-parent:"";} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h2>Two counts<o:p></o:p></h2>
<p class=MsoNormal>The <b style='mso-bidi-font-weight:normal'>ministry</b> says <i>fifty</i>,<span style='mso-spacerun:yes'>  </span>the 2<sup>nd</sup> army <s>eighty</s>.<o:p></o:p></p>
${wordItem(1, '·', 'north')}${wordItem(2, 'o', 'wells')}${wordItem(1, '·', 'south')}
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-border-alt:solid windowtext .5pt'><tr style='mso-yfti-irow:0'><td width=300 style='width:225.4pt'><p class=MsoNormal>who<o:p></o:p></p></td><td><p class=MsoNormal>how many<o:p></o:p></p></td></tr></table>
<!--[if gte vml 1]><v:shape id="Picture_1" style='width:99pt'><v:imagedata src="file:///C:/Temp/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><p class=MsoNormal><img width=132 src="file:///C:/Temp/clip_image002.png" v:shapes="Picture_1"></p><![endif]>
<!--EndFragment--></body></html>`;

const google = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7f1d"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;font-weight:400;">Two counts</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-weight:700;">ministry</span><span style="font-weight:400;"> says </span><span style="font-style:italic;">fifty</span><span style="text-decoration:underline;"><a href="https://example.org/count" style="text-decoration:none;">here</a></span></p><ul style="margin-top:0;"><li dir="ltr" aria-level="1" style="list-style-type:disc;"><p dir="ltr" role="presentation"><span>north</span></p></li><ul><li dir="ltr" aria-level="2" style="list-style-type:circle;"><p dir="ltr" role="presentation"><span>wells</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>south</span></p></li></ul><p><span><img src="https://lh7-rt.googleusercontent.com/docsz/x" width="602"></span></p></b><br class="Apple-interchange-newline">`;

const article = `<article class="story"><header><h1 itemprop="headline">Dozens killed</h1><figure><picture><source srcset="https://cdn.example/a.webp 2x"><img src="data:image/png;base64,iVBORw0KGgo=" alt="Smoke"></picture><figcaption>Smoke over the wells</figcaption></figure></header><p>On <time datetime="2024-07-27">27 July</time> <strong>dozens</strong> died, <a href="https://example.org/a?utm_source=x">said one</a>.</p><blockquote><p>We saw eighty.</p></blockquote><ol><li>first<ol><li>inner</li></ol></li><li>second</li></ol><aside><button>Share</button></aside><hr><pre><code>a = 1</code></pre></article>`;

const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\."} .xl65 {font-weight:700; text-align:center;}--></style></head><body><!--StartFragment--><table border=0 cellpadding=0 style='border-collapse:collapse;width:96pt'><col width=64 span=2 style='width:48pt'><tr height=20><td height=20 class=xl65 style='height:15.0pt'>who</td><td>dead</td></tr><tr height=20><td>ministry</td><td align=right x:num="50">50</td></tr></table><!--EndFragment--></body></html>`;

const sheets = `<meta name="generator" content="Sheets"/><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="font-weight:bold;" data-sheets-value="{&quot;1&quot;:2}">who</td><td>dead</td></tr><tr><td>ministry</td><td style="text-align:right;">50</td></tr></tbody></table>`;

const clips: readonly Clip[] = [
  {
    from: 'Word',
    html: word,
    becomes:
      '<h2>Two counts</h2><p>The <strong>ministry</strong> says <em>fifty</em>, the 2<sup>nd</sup> army eighty.</p><ul><li>north</li><li><ul><li>wells</li></ul></li><li>south</li></ul><table><tr><td><p>who</p></td><td><p>how many</p></td></tr></table><p></p>',
    told: 'A picture was left out',
  },
  {
    from: 'Google Docs',
    html: google,
    becomes:
      '<h1>Two counts</h1><p><strong>ministry</strong> says <em>fifty</em><a>here</a></p><ul><li>north</li><li><ul><li>wells</li></ul></li><li>south</li></ul><p></p><p></p>',
    told: 'A picture was left out',
  },
  {
    from: 'a web article',
    html: article,
    becomes:
      '<h1>Dozens killed</h1><p>Smoke over the wells</p><p>On 27 July <strong>dozens</strong> died, <a>said one</a>.</p><blockquote><p>We saw eighty.</p></blockquote><ol><li>first</li><li><ol><li>inner</li></ol></li><li>second</li></ol><hr></hr><code><code>a = 1</code></code>',
    told: 'A picture was left out',
  },
  {
    from: 'Excel',
    html: excel,
    becomes:
      '<table><tr><td><p>who</p></td><td><p>dead</p></td></tr><tr><td><p>ministry</p></td><td><p>50</p></td></tr></table>',
  },
  {
    from: 'Google Sheets',
    html: sheets,
    becomes:
      '<table><tr><td><p>who</p></td><td><p>dead</p></td></tr><tr><td><p>ministry</p></td><td><p>50</p></td></tr></table>',
  },
  {
    from: 'plain text',
    plain: 'One line\nthe next\n\nafter a gap',
    becomes: '<p>One line</p><p>the next</p><p></p><p>after a gap</p>',
  },
  {
    from: 'Markdown text',
    plain: '# Counts\n\n- **fifty**\n- eighty',
    becomes: '<p># Counts</p><p></p><p>- **fifty**</p><p>- eighty</p>',
  },
];

/** The elements and words of the note, without attributes and without what only carries them. */
function written(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: 'Text of the note' }).evaluate((text) => {
    const told = 'H1 H2 H3 P UL OL LI TABLE TR TH TD STRONG EM U S SUP SUB A CODE BLOCKQUOTE HR'.split(' ');
    const write = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (node.nodeName === 'BR') return node.nextSibling === null ? '' : '⏎';
      const inside = [...node.childNodes].map(write).join('');
      const name = node.nodeName.toLowerCase();
      return told.includes(node.nodeName) ? `<${name}>${inside}</${name}>` : inside;
    };
    return write(text).replaceAll('\u00a0', ' ');
  });
}

for (const { from, html, plain, becomes, told } of clips) {
  test(`what is copied from ${from} is pasted clean, with its form and all its words`, async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Open the sample case' }).click();
    const text = page.getByRole('textbox', { name: 'Text of the note' });
    const title = page.getByRole('textbox', { name: 'Title of the note' });
    await expect(text).toContainText('.');
    await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'New note' }).click();
    await expect(title).toHaveValue('');
    await title.fill('Pasted');
    await page.keyboard.press('Enter');
    await expect(text).toBeFocused();
    await text.evaluate(
      (element, [html, plain]) => {
        const clipboardData = new DataTransfer();
        if (html !== '') clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', plain);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [html ?? '', plain ?? 'not used'] as const,
    );
    await expect.poll(() => written(page)).toBe(becomes);
    await expect(text.locator('img, script, style, [style*="color"]')).toHaveCount(0);
    const pictures = page.getByText(/pictures? (was|were) left out/);
    if (told === undefined) await expect(pictures).toHaveCount(0);
    else await expect(pictures).toContainText(told);
    await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  });
}
