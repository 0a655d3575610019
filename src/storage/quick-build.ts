/**
 * Whether this build leaves to the next one what no reader waits for (`QUICK=1`): pictures in AVIF, social cards, crops
 * of covers for machines, and compressed copies. It uses those that the cache has.
 */
export const isQuickBuild = (): boolean => process.env['QUICK'] === '1';
