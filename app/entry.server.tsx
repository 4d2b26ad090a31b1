import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceContext } from '#app/components/ui/pageContext.ts';
import { errorFields, log } from '#app/web/log.server.ts';
import { pageStream } from '#app/web/pageStream.server.ts';
import { createReadableStreamFromReadable } from '#app/web/remix.server.ts';
import { type AppLoadContext, type EntryContext, RemixServer } from '#app/web/remix.ts';

/** How long a page may take to render, in milliseconds; Remix ends its data stream a second earlier. */
export const streamTimeout = 10_000;

/**
 * Renders a page. Readers get the document as it comes, crawlers and the test suite's plain clients get it whole.
 * A render error before the first byte becomes a 500 by Remix; one after it is logged and the client finishes.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let started = false;
    const send = () => {
      started = true;
      const body = pageStream();
      // The timer holds the whole render in memory until it is cleared.
      body.once('close', () => clearTimeout(timer));
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={streamTimeout} nonce={context.nonce} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onShellReady: whole ? undefined : send,
        onAllReady: whole ? send : undefined,
        onShellError: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        onError: (error) => {
          if (started && !request.signal.aborted) log('error', 'render', { error: errorFields(error) });
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}
