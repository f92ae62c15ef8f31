const factor = Number(process.env['LINWU_TEST_SIZE'] ?? 1) || 1

/**
 * How often a long property, fault or fuzz test repeats: `base` in `npm test`; `all`, or `base` × 10, in
 * `npm run test:all`. The one variable is LINWU_TEST_SIZE (1 when unset; `test:all` sets 10; 0.1 for a quick look).
 */
export const size = (base: number, all?: number): number =>
  factor > 1 && all !== undefined ? all : Math.max(1, Math.round(base * factor))
