import type { IncomingHttpHeaders } from 'node:http';

/** What is decided about a request before anything of it is looked at more closely. Pure. */

export const allowedMethods: readonly string[] = ['GET', 'HEAD', 'POST'];

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Names under which a process on one's own machine is reached. */
const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether the Host header is ours: the public one; in demo and test mode also this machine, at any port. */
export function isOwnHost(host: string | undefined, origin: string, local: boolean): boolean {
  if (host === undefined) return false;
  if (host.toLowerCase() === new URL(origin).host) return true;
  return local && localHosts.includes(host.toLowerCase().replace(/:\d{1,5}$/, ''));
}

/**
 * Whether a request that may change something comes from a page of ours. Browsers say so in Sec-Fetch-Site, which no
 * page can forge; where it is missing or says that no page is behind it, Origin must be ours exactly. Neither means no.
 *
 * Remix has a check of its own, which trusts X-Forwarded-Host and misses `?_data=` and resource routes.
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, origin: string): boolean {
  if (isSafe(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin') return true;
  return (site === undefined || site === 'none') && headers.origin === origin;
}

/** Who is asking: the peer, or what the outermost of our own proxies wrote down. Entries before it are the client's. */
export function clientAddressOf(
  peer: string | undefined,
  forwarded: string | undefined,
  proxyHops: number,
): string {
  const entries =
    proxyHops > 0 && forwarded !== undefined ? forwarded.split(',').map((entry) => entry.trim()) : [];
  return entries.at(-proxyHops) ?? peer ?? 'unknown';
}
