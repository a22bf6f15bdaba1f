/**
 * Shows one self-contained HTML document in a hidden frame and opens the browser's print dialogue for it; resolves when the
 * dialogue has closed. The frame runs no script and stands under the window's own policy, which refuses `<style>` and
 * `style=""`; so the document's styles are given to the frame as constructed style sheets, and its pictures must be
 * `data:` or `blob:`.
 */
export async function printInFrame(html: string, name: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = name;
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0', opacity: '0' });
  document.body.append(frame);
  try {
    const inside = frame.contentDocument?.defaultView;
    if (!inside) throw new Error('The frame for printing did not open.');
    fill(inside, parsed(html), name);
    await Promise.all(Array.from(inside.document.images, (image) => image.decode().catch(() => undefined)));
    await inside.document.fonts.ready;
    await printed(inside);
  } finally {
    frame.remove();
  }
}

/**
 * The document, with its `<style>` elements as idle data blocks (scripts of no script language): merely parsing a live
 * one is reported as a breach of the policy.
 */
function parsed(html: string): Document {
  const idle = html.replaceAll(/<style\b/gi, '<script type="text/css"').replaceAll(/<\/style\b/gi, '</script');
  return new DOMParser().parseFromString(idle, 'text/html');
}

function fill(inside: WindowProxy & typeof globalThis, source: Document, name: string): void {
  const target = inside.document;
  target.adoptedStyleSheets = Array.from(source.querySelectorAll('script[type="text/css"]'), (style) => {
    const sheet = new inside.CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    return sheet;
  });
  for (const left of source.querySelectorAll('style, script, link, meta, base, iframe, object, embed')) left.remove();
  const styled = Array.from(source.querySelectorAll('[style]'), (element) => {
    const rules = element.getAttribute('style') ?? '';
    element.removeAttribute('style');
    return { element, rules };
  });
  target.documentElement.lang = source.documentElement.lang;
  target.documentElement.dir = source.documentElement.dir;
  target.title = source.title || name;
  target.body.className = source.body.className;
  target.body.append(...Array.from(source.body.childNodes, (node) => target.adoptNode(node)));
  for (const { element, rules } of styled) {
    if (element instanceof HTMLElement) element.style.cssText = rules;
  }
}

function printed(inside: WindowProxy): Promise<void> {
  return new Promise((resolve) => {
    inside.addEventListener('afterprint', () => resolve(), { once: true });
    inside.print();
  });
}
