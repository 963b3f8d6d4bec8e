/** The two sides of a sale, as somebody who pays or acts. */
export type Party = 'shop' | 'customer';

export const otherParty = (party: Party): Party => (party === 'shop' ? 'customer' : 'shop');

/** A party as a sign, for polarities and for the figures that trees weigh: the shop is positive. */
export const signOfParty = (party: Party): 1 | -1 => (party === 'shop' ? 1 : -1);

/** The party a sign stands for, the reverse of `signOfParty`. */
export const partyOfSign = (sign: number): Party => (sign > 0 ? 'shop' : 'customer');

/** Whether the party told is the one wanted: 1 when it is, -1 when it is the other, 0 when either is not named. */
export const partyFit = (wanted: Party | null, told: Party | null): 1 | 0 | -1 =>
  wanted === null || told === null ? 0 : wanted === told ? 1 : -1;
