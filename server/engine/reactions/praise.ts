/**
 * 这句还像人话 praises what was said. A turn of which a part is wrong, slights the customer or sends them to somebody else isn't
 * praised for the part that answers (RULES J152).
 */
import type { Burst, Reaction } from '#engine/model/content.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';

/** Words that praise the trainee or what they said, whoever says them. */
const PRAISES =
  /人话|像话|痛快|爽快|干脆|实在|实诚|有谱|靠谱|厚道|够意思|讲道?理|明白人|会说话|会办事|贴心|有心了|差不多(?:嘛|了|$)|有耐心|负责/;
/** 你可以先问问派件的小哥, 您自己联系快递: the customer is to go to somebody else. */
const SENDS_ELSEWHERE =
  /[您你](?:可以|先|自己|自个儿?|也|还是|最好|直接|得|要|去|再|那边|这边)*(?:问|找|联系|打给|催|咨询)(?![到了过好的]|我|咱|店|客服|不到).{0,6}(?:快递|派件|小哥|师傅|站点|驿站|网点|物流|平台|厂家|品牌|主播|仓库|银行客服|他们|她们|人家|对方)/;

/** Whether words send the customer to somebody else. */
export const sendsElsewhere = (text: string): boolean => SENDS_ELSEWHERE.test(text);

/** Whether a part of the turn is nothing to praise. */
export const hasSpoiltPart = ({ points, slights, against, text }: TurnJudgement): boolean =>
  points.some(({ state }) => state === 'wrong') ||
  (slights ?? []).length > 0 ||
  (against ?? []).some(({ unsure }) => !unsure) ||
  sendsElsewhere(text);

const praises = (burst: Burst): boolean => burst.some((bubble) => bubble.kind === 'text' && PRAISES.test(bubble.text));

/** A reaction without the lines that praise; undefined where no other is left. */
export const withoutPraise = (reaction: Reaction | undefined): Reaction | undefined => {
  const bursts = reaction?.bursts?.filter((burst) => !praises(burst));
  if (!reaction || bursts?.length === reaction.bursts?.length) return reaction;
  return bursts && bursts.length > 0 ? { ...reaction, bursts } : undefined;
};
