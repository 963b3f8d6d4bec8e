/** What two servers must have alike so that their results stand on one board (RULES J52). */
import { createHash } from 'node:crypto';
import { type PlayRules, playRulesSchema } from '#contract/contests/rules.ts';
import { type Catalogs, SHIPPED_ONLY } from '#drills/catalog/catalog.ts';

const CODE_SIGNS = 8;

/** Of these words every seed of the contest is made: the same on every server. */
export const seedOf = (words: string): number => createHash('sha256').update(words).digest().readUInt32BE(0) >>> 2;

/** Of the rules to play by and of the content they are played with: cases, shop, personas, rubric. */
export const rulesHash = async (catalogs: Pick<Catalogs, 'contentFrom'>, rules: PlayRules): Promise<string> => {
  // In the schema's order, whatever order they came in.
  const alone = playRulesSchema.strip().parse(rules);
  const { hash } = await catalogs.contentFrom(SHIPPED_ONLY, alone.scenarios);
  return createHash('sha256')
    .update(JSON.stringify([alone, hash]))
    .digest('hex');
};

/** `3F2A-09C1`: enough to compare by eye; the machine compares the whole hash. */
export const rulesCode = (hash: string): string => {
  const signs = hash.slice(0, CODE_SIGNS).toUpperCase();
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
};
