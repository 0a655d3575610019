/**
 * Whether this build leaves to the next one what no reader waits for (`QUICK=1`): pictures in AVIF, social cards, crops
 * of covers for feeds and search engines, and compressed copies. Those that the cache contains are still used.
 */
export const isQuickBuild = (): boolean => process.env['QUICK'] === '1';
