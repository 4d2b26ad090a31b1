import { existsSync } from 'node:fs';
import path from 'node:path';

/** While this file lies in DATA_DIR, data are being put back, and nothing may start. */
export const markerIn = (dataDir: string): string => path.join(dataDir, 'restoring');

/** Whether a restore has begun to put data back and has not come to its end. */
export const isRestoring = (dataDir: string): boolean => existsSync(markerIn(dataDir));
