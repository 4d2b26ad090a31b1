/**
 * An address of ours to go to, or `fallback` when the text could lead anywhere else: another origin, another scheme,
 * or one of the forms that browsers read as another host (`//host`, `/\host`, control characters in between).
 */
export function safeRedirect(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || to.length > 2_000 || !to.startsWith('/')) return fallback;
  // TAB, CR and LF are control characters that URL parsers drop silently.
  if (/\\|\p{Cc}|\p{Cs}/u.test(to)) return fallback;
  const home = 'http://here.invalid';
  const url = URL.canParse(to, home) ? new URL(to, home) : null;
  if (url === null || url.origin !== home || url.pathname.startsWith('//')) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
