/** Whether nothing is left out that `npm test` takes in turn, seldom or in small: `npm test -- sweep`. */
export const sweepsAll = process.env.SWEEP === '1';
