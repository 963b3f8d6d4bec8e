/** Joins class names. A later class doesn't override an earlier one, so give a kit component only layout classes from outside. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
