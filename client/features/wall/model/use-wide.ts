import { useMedia } from '#client/lib/hooks/use-media.ts';

/** Whether there is room for a desk beside the wall; in a narrower window the desk covers it. */
export const useWide = (): boolean => useMedia('(min-width: 1400px)');
