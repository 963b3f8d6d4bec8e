/** The two sides of a sale, as somebody who pays or acts. */
export type Party = 'shop' | 'customer';
