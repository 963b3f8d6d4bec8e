/** 23.1%; `value` as it is to be shown. No space in either language (RULES X37). */
export const percentText = (value: number | string): string => `${value}%`;
