/**
 * The one content security policy of the window, in both shells: nothing is loaded, sent or shown but what the app
 * itself brings. The build writes it into the page; the browser shell's server and the Electron shell's protocol send it
 * as a header too.
 *
 * `blob:` stands for bytes the window itself made (an exhibit's picture, a worker of the ZIP reader): a blob inherits this
 * same policy, so it opens no way out.
 */
export const contentSecurity = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' blob: data:",
  "frame-src 'none'",
  "object-src 'none'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What a header can say beyond the policy in the page: who may frame the app, who may share its process, what devices it may ask for. */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': `${contentSecurity}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
