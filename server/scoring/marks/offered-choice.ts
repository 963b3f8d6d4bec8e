/** Words that offer one of several goods, each on its own condition: they advise nothing yet (RULES M178). */
import type { PointNote } from '#engine/model/turn-judgement.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { quotedText, wholeClause } from '#scoring/log/phrasing.ts';

/** Points that name what to take. */
const ADVICE = /^建议您?/;
/** 要跑步拿逐峰3, 要是脚宽就选大一码: what to take hangs on something; 要买就拿39.5 hangs on nothing. */
const ON_A_CONDITION =
  /(?:要是|如果|若是|假如|(?<![需只就还也不])[要想爱图](?![买拍下定订好]))([^,，。；;!！?？\n]{1,12}?)(?:的话)?[就便]?[拿选穿买挑拍换]/;
/** A row of a table of sizes (四到六个人、爱煮粥选4L): the customer finds themselves in it. */
const ROW = /[0-9一二两三四五六七八九十](?:[个人口斤cmCMkgKG]{0,2})[到至~～-]/;

/** Whether a note of a point that advises what to take rests on a condition of which the customer had said nothing by `index`. */
export const isOfferedChoice = (
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  index: number,
  { point, quote }: PointNote,
): boolean => {
  if (!ADVICE.test(caseFacts.point(point)?.point.says ?? '')) return false;
  const words = quotedText(conversation, wholeClause(conversation, quote)) ?? '';
  const condition = ON_A_CONDITION.exec(words)?.[1];
  if (condition === undefined || ROW.test(words)) return false;
  const said = conversation.customerMessages.map((line) =>
    line.index < index && line.bubble.kind === 'text' ? line.bubble.text : '',
  );
  return ![...condition].some((_, i) => i > 0 && said.some((text) => text.includes(condition.slice(i - 1, i + 1))));
};
