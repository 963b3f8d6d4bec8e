/** Joins class names. The last one does not win by itself: a kit component takes only layout classes from outside. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
