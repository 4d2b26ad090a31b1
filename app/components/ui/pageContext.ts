import { createContext } from 'react';

/**
 * The nonce of this document, for every inline script and style. Set by the two entries around the whole app, not by
 * a loader: error pages without any loader data need it too, and after a client-side navigation it is still the
 * nonce of the document that was loaded.
 */
export const NonceContext = createContext('');
