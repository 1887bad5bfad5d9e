import { z } from 'zod';
import { name } from './words.ts';

const megabytes = z.int().min(1).max(16_777_216);
const cpus = z.string().regex(/^\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*$/, 'CPUs such as 0-3,5');
const setName = z.string().regex(/^[\w.-]{1,255}\/[\w.-]{1,255}$/, 'a name such as test/cpus0to7');

/** What in an AIX host holds processors and memory fast. */
export const resourceSchemas = {
  memory_use: z
    .strictObject({
      /** By the kernel. */
      pinned_mb: z.int().min(0).optional(),
      large_pages: z.strictObject({ count: z.int().min(1), size_mb: megabytes.default(16) }).optional(),
      /** Programs that pin their memory while they run. */
      programs: z.array(z.strictObject({ program: z.string().min(1), pinned_mb: megabytes })).default([]),
      /** Shared memory segments that are pinned. */
      segments: z
        .array(
          z.strictObject({
            id: z.int().min(0),
            key: z.string().regex(/^0x[0-9a-f]{8}$/, 'a key such as 0x0d001a2b'),
            owner: name.default('root'),
            pinned_mb: megabytes,
          }),
        )
        .default([]),
    })
    .optional(),
  /** Daemons that are bound to a processor, by bind CPU ID. */
  bindings: z.array(z.strictObject({ program: z.string().min(1), cpu: z.int().min(0) })).default([]),
  rsets: z.array(z.strictObject({ name: setName, cpus })).default([]),
  workload: z
    .strictObject({
      mode: z.enum(['active', 'cpu', 'passive']).optional(),
      classes: z.array(z.object({ name: z.string() }).catchall(z.coerce.string())).default([]),
    })
    .optional(),
};
