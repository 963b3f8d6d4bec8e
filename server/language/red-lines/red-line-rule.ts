import type { RedLine, RedLineHit } from '#language/terms/verdicts.ts';
import { WordIndex } from './words.ts';

/** The words of all tables, found in one pass. */
export const RED_LINE_WORDS = new WordIndex();
/** Words looked up in the customer's text. */
export const CUSTOMER_WORDS = new WordIndex();

/** One way of crossing a red line: object and act near each other in one sentence. Numbers stand for lists. */
export type RedLineRule = {
  readonly code: RedLine;
  readonly name: string;
  readonly objectList: number;
  /** Null where the object alone is unmistakable. */
  readonly actList: number | null;
  /** A list of which a word must stand in the sentence as well. */
  readonly requiredList: number | null;
  /** A list whose words in the same sentence show that another meaning is meant. */
  readonly excludedList: number | null;
  /** A list the customer must have used a word of: 删了返你30 is about a review only if they spoke of one. */
  readonly customerList: number | null;
  /** How many characters may stand between object and act. */
  readonly maxGap: number;
  /** The act must stand behind the object. */
  readonly isActBehind: boolean;
  /** 不能 / 骗子 / …是不行的 around it make it a refusal or a warning. */
  readonly isDeniable: boolean;
  /** The words alone decide: the classifier isn't asked how the sentence sounds. */
  readonly isSure: boolean;
  /** Both sides are everyday words: sure only where the rest of the reply sounds like it, too. */
  readonly isLoose: boolean;
};

const RULE_FORMAT = /^(\S+?)(?: (\d+))?([!>=~]*): (.+)$/;

/**
 * Reads the rows of one code, one a line: `name reach: objects × acts ＋ and − but ？ asked`. Behind the reach `!` is sure,
 * `~` is loose, `>` wants the act behind the object and `=` can't be denied. Words are parted by spaces (see `words.ts`).
 */
export const rulesOf = (code: RedLine, lines: string, isDeniable = true): RedLineRule[] => {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', reach = '0', flags = '', rest = ''] = RULE_FORMAT.exec(line) ?? [];
      const [objects = '', ...others] = rest.split(/(?=[×＋−？])/);
      const listOf = (sign: string, index = RED_LINE_WORDS): number | null => {
        const words = others.find((word) => word.startsWith(sign));
        return words === undefined ? null : index.add(words.slice(1).trim());
      };
      return {
        code,
        name,
        objectList: RED_LINE_WORDS.add(objects.trim()),
        actList: listOf('×'),
        requiredList: listOf('＋'),
        excludedList: listOf('−'),
        customerList: listOf('？', CUSTOMER_WORDS),
        maxGap: Number(reach),
        isActBehind: flags.includes('>'),
        isDeniable: isDeniable && !flags.includes('='),
        isSure: flags.includes('!'),
        isLoose: flags.includes('~'),
      };
    });
};

/** A match of a row, before the classifier weighs it. */
export type FoundRedLine = Omit<RedLineHit, 'chance'> & { sure: boolean; loose?: true };
