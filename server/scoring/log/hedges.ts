/** Words with which a trainee hedges, and where a turn has them. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { BEFORE_LOG, type ConversationHistory, type TurnHistory } from './conversation-history.ts';
import { clauseAround } from './phrasing.ts';

/** The place of the log at which a question was last asked before this turn closed; of one passed here it is the log's begin. */
const askedIndex = (conversation: ConversationHistory, turn: TurnHistory, question: string): number =>
  conversation.questions.findLast((asked) => asked.question === question && asked.openedIndex < turn.index)
    ?.openedIndex ?? BEFORE_LOG;

/** Words that hedge: they give neither a yes or no, nor a figure, nor a time. */
const HEDGES = [
  '应该',
  '可能',
  '大概',
  '也许',
  '差不多',
  '看情况',
  '实际情况',
  '具体要看',
  '尽快',
  '尽量',
  '很快',
  '不一定',
  '清楚',
  '不知道',
  '没准信',
  '说不准',
  '不好说',
  '一般',
  '正常情况',
  '好像',
  '估计',
  '到时候',
  '因人而异',
  '第一时间',
  '后续',
  '再说',
  '再看',
  '耐心等',
  '相关规定',
  '相应的',
  '会处理',
  '帮您协调',
  '以页面为准',
  '看页面',
  '看下页面',
  '看一下页面',
  '看看页面',
  '看详情',
  '看下详情',
  '看商品页',
  '以实际为准',
  '为准',
];

/** 麻烦您尽快选一个, 您看清楚: words about what the customer is to do, and 清楚 without a no before it, don't hedge. */
const isAboutCustomer = (text: string, offset: number, word: string): boolean => {
  const textBefore = text.slice(clauseAround(text, offset, word.length).start, offset);
  if (word === '清楚') return !/[不没].{0,3}$/.test(textBefore);
  return HASTE_WORDS.includes(word) && /(?<![给帮为跟和对让向替])[您你](?:先|也|就|可以|最好|得)?$/.test(textBefore);
};
const HASTE_WORDS = ['尽快', '尽量', '很快', '第一时间', '到时候', '再说', '再看'];

/** The first clause that hedges and was said once one of these questions had been asked; null when a turn has none (RULES T165). */
export const hedgeQuote = (
  conversation: ConversationHistory,
  turn: TurnHistory,
  questions: readonly string[],
): Quote | null => {
  const askedFrom = Math.min(...questions.map((question) => askedIndex(conversation, turn, question)));
  for (const id of turn.judgement.messages) {
    const message = conversation.traineeMessages.find((candidate) => candidate.id === id);
    if (!message || message.index < askedFrom) continue;
    const { text } = message;
    const hedges = HEDGES.flatMap((word) => {
      const offset = text.indexOf(word);
      return offset >= 0 && !isAboutCustomer(text, offset, word)
        ? [{ ...clauseAround(text, offset, word.length), at: offset }]
        : [];
    });
    const [first] = hedges.toSorted((a, b) => a.at - b.at);
    if (first) return { message: id, start: first.start, end: first.end };
  }
  return null;
};

const NAMES_GUESS = /估计|估摸|应该|可能|大概|也许|或许|说不定|没准|八成|猜|好像/;
const VOWS = /保证|肯定|一定|绝对|包[您你]?|放心|必[定须然]|准[能到会]|打包票|百分百/;
/** Whether words say of themselves that they are a guess (估计明天到), and vow nothing beside it (RULES M122). */
export const namesGuess = (words: string): boolean => NAMES_GUESS.test(words) && !VOWS.test(words);
