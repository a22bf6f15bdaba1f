import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitArticle } from './split-article.ts';

const quotes = (text: string, language?: string) =>
  splitArticle(text, language)
    .filter(({ is }) => is === 'quote')
    .map(({ words, speaker }) => (speaker ? [words, speaker.name] : [words]));
const sentences = (text: string, language?: string) =>
  splitArticle(text, language)
    .filter(({ is }) => is === 'sentence')
    .map(({ words }) => words);

describe('quotes', () => {
  test.each([
    ['“We lost ten men,” said Colonel Diarra on Friday.', [['We lost ten men,', 'Colonel Diarra']]],
    ['The ministry said: "There were no losses."', [['There were no losses.', 'The ministry']]],
    [
      '«Nous avons perdu dix hommes», a déclaré le colonel Diarra.',
      [['Nous avons perdu dix hommes', 'le colonel Diarra']],
    ],
    [
      '« Il n’y a pas eu de pertes », selon le ministère de la Défense.',
      [['Il n’y a pas eu de pertes', 'le ministère de la Défense']],
    ],
    ['«Колонна попала в засаду», — сообщил Минобороны Мали.', [['Колонна попала в засаду', 'Минобороны Мали']]],
    ['Он написал: „Потери есть, держимся“.', [['Потери есть, держимся']]],
    ['Иванов: «Мы отходим к колодцу».', [['Мы отходим к колодцу', 'Иванов']]],
    ['وقال المتحدث: «لم تقع خسائر في صفوفنا».', [['لم تقع خسائر في صفوفنا', 'المتحدث']]],
    ['「兵士は戻らなかった」と彼は言った。', [['兵士は戻らなかった']]],
  ])('%s', (text, found) => {
    expect(quotes(text)).toEqual(found);
  });

  test('a quote within a quote belongs to the outer one', () => {
    expect(quotes('“He told me “run for it” and I ran,” said Amadou.')).toEqual([
      ['He told me “run for it” and I ran,', 'Amadou'],
    ]);
    expect(quotes('"He told me \'run for it\' and I ran," said Amadou.')).toEqual([
      ["He told me 'run for it' and I ran,", 'Amadou'],
    ]);
  });

  test('a quote over paragraphs is one, where each begins with its mark again; the marks are not among its words', () => {
    const text = '“We came at noon.\n\n“We left at night,” said Amadou.';
    expect(quotes(text)).toEqual([['We came at noon.\nWe left at night,', 'Amadou']]);
    expect(splitArticle(text)[0]?.span).toEqual([0, text.indexOf('” said') + 1]);
  });

  test('a mark that nobody closes makes no quote and spoils none behind it', () => {
    expect(quotes('“We came at noon.\nThe next day he said “we left at night”.')).toEqual([
      ['we left at night', 'The next day he'],
    ]);
  });

  test('names between marks are no quotes; apostrophes and inches open none', () => {
    expect(quotes('Группа «Вагнер» и «Африканский корпус» отошли.')).toEqual([]);
    expect(quotes("It's the soldiers' camp, isn't it? The 5\" pipe and the 6\" one lay there.")).toEqual([]);
  });

  test('a line of dialogue is parted from what is said about it', () => {
    expect(quotes('— Мы потеряли десять человек, — сказал Иванов. — Больше не пойдём.')).toEqual([
      ['Мы потеряли десять человек,', 'Иванов'],
      ['Больше не пойдём.'],
    ]);
  });

  test('nobody is guessed where only a pronoun stands', () => {
    expect(quotes('“We lost ten men there,” he said.')).toEqual([['We lost ten men there,']]);
  });
});

describe('sentences', () => {
  test('abbreviations, initials and numbers end none', () => {
    expect(sentences('Gen. Diarra met Mr. Touré at 5.30 p.m. in Kidal. Then J. Smith left.', 'en')).toEqual([
      'Gen. Diarra met Mr. Touré at 5.30 p.m. in Kidal.',
      'Then J. Smith left.',
    ]);
    expect(sentences('В 2024 г. Колонна вышла из г. Кидаль. Погибли 3.5 тыс. человек.', 'ru')).toEqual([
      'В 2024 г. Колонна вышла из г. Кидаль.',
      'Погибли 3.5 тыс. человек.',
    ]);
  });

  test('a line end ends one, as of a headline', () => {
    expect(sentences('Ambush at the wells\n\nThe convoy left at dawn.')).toEqual([
      'Ambush at the wells',
      'The convoy left at dawn.',
    ]);
  });

  test('whose word it gives is guessed', () => {
    expect(splitArticle('According to the army, ten men died.')[0]?.speaker?.name).toBe('the army');
    expect(splitArticle('По словам Иванова, колонна отошла.')[0]?.speaker?.name).toBe('Иванова');
    expect(splitArticle('A language that is none says nothing.', '???')).toHaveLength(1);
  });
});

const anyText = fc
  .array(
    fc.constantFrom(
      '“',
      '”',
      '„',
      '«',
      '»',
      '"',
      "'",
      '’',
      '‘',
      '—',
      ' ',
      '\n',
      '. ',
      ', ',
      ': ',
      'said ',
      'Привет',
      'г',
      'a',
      '😀',
      '!',
      'selon ',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('whatever the text', () => {
  test('passages are cut exactly, in order; the sentences hold every letter once, quotes do not overlap', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
        const all = splitArticle(text);
        const starts = all.map(({ span }) => span[0]);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const is of ['quote', 'sentence'] as const) {
          let end = 0;
          for (const { span } of all.filter((passage) => passage.is === is)) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            expect(span[1]).toBeGreaterThan(span[0]);
            [, end] = span;
          }
        }
        const said = all.filter(({ is }) => is === 'sentence');
        for (const { span, words } of said) expect(text.slice(...span)).toBe(words);
        expect(
          said
            .map(({ words }) => words)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
        for (const { speaker } of all) if (speaker) expect(text.slice(...speaker.span)).toBe(speaker.name);
      }),
    );
  });

  test('a megabyte of opened marks takes no longer than it must', () => {
    expect(splitArticle('“a '.repeat(200_000)).filter(({ is }) => is === 'quote')).toEqual([]);
    expect(splitArticle('“a “b\n'.repeat(50_000)).filter(({ is }) => is === 'quote')).toEqual([]);
  });
});
