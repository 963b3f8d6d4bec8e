/** Clauses that can't stand by themselves. */

const LEANING_CLAUSE =
  /^(?:但是?|不过|可是?|只是|所以|因此|而且|并且|然后|还有?|另外|再|也|就|那么?|不然|否则|其他|别的)|^.{0,4}也/;
const WAITING_CLAUSE = /^(?:如果|要是|假如|虽然|既然|只要|除非|因为|由于)|(?:的话|的时候|之前|以后)$/;

/** Whether a clause needs the one before it: without that one it says something else, or nothing. */
export const leansOnClauseBefore = (words: string): boolean => LEANING_CLAUSE.test(words);
/** Whether a clause needs the one after it. */
export const waitsForClauseBehind = (words: string): boolean => WAITING_CLAUSE.test(words);
