/** A line about to be sent; `beat`: the card's line it stands for. */
export type Draft = { text: string; beat: string | null };
