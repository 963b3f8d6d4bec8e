/** Colours of the flag on an order's remark. */
export const FLAG_COLOURS = ['red', 'yellow', 'green', 'blue', 'purple'] as const;
export type FlagColour = (typeof FLAG_COLOURS)[number];
