/** A PDF of one page for each text, as small as pdf.js reads it. */
export function pdfOf(...texts: string[]): string {
  const pages = texts.map((text, n) => {
    const drawn = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
    return `${n * 2 + 5} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents ${n * 2 + 6} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj
${n * 2 + 6} 0 obj<</Length ${drawn.length}>>
stream
${drawn}
endstream endobj
`;
  });
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[${texts.map((_, n) => `${n * 2 + 5} 0 R`).join(' ')}]/Count ${texts.length}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Title(The report)>>endobj
${pages.join('')}trailer<</Root 1 0 R/Info 4 0 R>>`;
}
