/** The shape every act shares, so that acts may stand in files of their own. */
import { entityId, moment, z } from '../lib/schema.ts'

/** One act = one entity type. `at`: when it happened (may be typed in later); the order of writing is the kernel's. */
export const act = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ case: entityId('case'), at: moment, by: entityId('user'), ...shape })
