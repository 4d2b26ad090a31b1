import { createServer, type RequestListener, type Server } from 'node:http';
import { securityHeaders } from './headers.ts';

/** Milliseconds and bytes of reliability.md §1.4: a slow or endless client costs little. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};
const mostConnections = 1_000;

/** What is told to a client whose request could not even be parsed. */
const unparsed: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

export type BoundedServer = {
  server: Server;
  /** Listens at the port; resolves with the port it got. */
  listen(port: number): Promise<number>;
  /** Takes no more connections, lets what is running finish for at most `patienceMs`, then cuts it off. */
  drain(patienceMs: number): Promise<void>;
};

/** A plain HTTP server within the limits above. */
export function createBoundedServer(listener: RequestListener, https: boolean): BoundedServer {
  const server = createServer(limits, listener);
  server.maxConnections = mostConnections;
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const headers = Object.entries(securityHeaders('none', https)).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    const status = unparsed[error.code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\n${headers.join('')}Content-Length: 0\r\nConnection: close\r\n\r\n`);
  });

  return {
    server,
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => {
          server.off('error', reject);
          const address = server.address();
          resolve(address !== null && typeof address === 'object' ? address.port : port);
        });
      }),
    drain: (patienceMs) =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
        // A connection whose last request ends only now would be kept for the next one.
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(impatient);
          clearInterval(idle);
          resolve();
        });
      }),
  };
}
