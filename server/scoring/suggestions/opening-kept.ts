/** A warm or sorry first clause of the trainee's, worth keeping though nothing was answered. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { clausesIn } from '#scoring/log/clauses-of-text.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { messageText } from '#scoring/log/phrasing.ts';

const MAX_CHARS = 20;

/** 亲, 您好: only addresses the customer. */
const ADDRESS_ONLY = /^(?:亲+|亲爱的|您好|你好|哈喽|宝+|姐|哥)$/;
const SORRY_WORDS = '(?:抱歉|对不[起住]|不好意思)';
/** Clauses of courtesy alone. A clause that says more belongs to the answer, which was none. */
const COURTESY_PATTERNS = [
  new RegExp(
    `^(?:亲+|真是|真的|实在|非常|很|太|十分)*${SORRY_WORDS}(?:啊|哈|呀|了|哦|亲)*(?:让您(?:久等|费心|担心|着急)了)?$`,
  ),
  /^(?:亲+)?(?:真是)?(?:让您|叫您)(?:久等|费心|操心|担心|着急|受累|等急|等(?:这么|那么|好)?久|白跑一趟)了?(?:啊|哈|呀|哦)*$/,
  /^(?:亲+)?久等了(?:啊|哈|呀|哦)*$/,
  /^(?:亲+)?(?:我)?(?:很|特别|完全|非常)?(?:能)?理解您(?:的心情|着急的?心情|着急|担心)?(?:的)?(?:啊|哈|呀|哦)*$/,
  /^(?:亲+)?您?(?:先)?别(?:着急|担心|急)(?:啊|哈|呀|哦)*$/,
  /^(?:亲+)?(?:谢谢|感谢)您(?:的)?(?:耐心等待|耐心|等待|理解|支持|信任|喜欢)(?:啊|哈|呀|哦)*$/,
  /^(?:亲+)?(?:给您添麻烦了|辛苦您了|是我们没做好|这事怪我们)(?:啊|哈|呀|哦)*$/,
];
const APOLOGISES = /抱歉|对不[起住]|不好意思|怪我|怪店|我们的?(?:错|不是|疏忽)|是我们漏|久等/;

/** Null where there is no such clause, where it is part of a fault or a quick reply, or where `model` says sorry itself. */
export const openingKept = (
  facts: ConversationFacts,
  turn: TurnHistory,
  faultyQuotes: readonly Quote[],
  model: string,
): string | null => {
  const { conversation, caseFacts } = facts;
  const { tone, messages } = turn.judgement;
  if (tone !== 'warm' && tone !== 'neutral') return null;
  const message = messages.find((id) => messageText(conversation, id) !== null);
  if (message === undefined) return null;
  const [first, second] = clausesIn(messageText(conversation, message) ?? '');
  const hasAddress = first !== undefined && ADDRESS_ONLY.test(first.words);
  const courtesyClause = hasAddress ? second : first;
  if (
    !first ||
    !courtesyClause ||
    courtesyClause.mark === '？' ||
    !COURTESY_PATTERNS.some((pattern) => pattern.test(courtesyClause.words))
  )
    return null;
  const words = hasAddress ? `${first.words}，${courtesyClause.words}` : courtesyClause.words;
  if (words.length > MAX_CHARS || (APOLOGISES.test(words) && APOLOGISES.test(model))) return null;
  if (
    faultyQuotes.some(
      (quote) => quote.message === message && quote.start < courtesyClause.end && first.start < quote.end,
    )
  )
    return null;
  const quickReplyId = conversation.traineeMessages.find((other) => other.id === message)?.made.quickReply ?? null;
  return caseFacts.shop.quickReplies.some(
    (quickReply) => quickReply.id === quickReplyId && quickReply.text.includes(courtesyClause.words),
  )
    ? null
    : words;
};
