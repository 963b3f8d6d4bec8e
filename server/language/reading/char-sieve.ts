/** The characters of a text as 1,024 places that several characters share: a character whose place is 0 is surely missing. */
export type CharSieve = Uint8Array;

const placeOf = (charCode: number): number => (charCode ^ (charCode >> 7)) & 1023;

/** The sieve of some texts together. */
export const sieveFrom = (...texts: readonly string[]): CharSieve => {
  const sieve = new Uint8Array(1024);
  for (const text of texts) for (let i = 0; i < text.length; i++) sieve[placeOf(text.charCodeAt(i))] = 1;
  return sieve;
};

/** At least as many characters of `text` as the sieve's texts have. */
export const maxSharedChars = (sieve: CharSieve, text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) count += sieve[placeOf(text.charCodeAt(i))] as number;
  return count;
};
