/** The server half of the one door to Remix (see remix.ts). */
export {
  createCookie,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
} from '@remix-run/node';
