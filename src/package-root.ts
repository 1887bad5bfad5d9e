import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json: one level above both `src/` (tests) and `dist/` (the bundle, which is CommonJS). */
export const packageRoot: string = dirname(
  dirname(typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url)),
);
