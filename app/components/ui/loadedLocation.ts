/** The key Remix gave the address under which this document was loaded; the script in the head has set it by now. */
const loadedKey: string | null =
  typeof window === 'undefined' ? null : (window.history.state?.key ?? 'default');

/** Whether a location is the one the document was loaded with: always on the server, later no more in the browser. */
export const isLoadedLocation = (key: string): boolean => loadedKey === null || key === loadedKey;
