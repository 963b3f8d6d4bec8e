/**
 * In which words a customer puts off a question that nothing they know answers (RULES J126): what nobody can know
 * (到时候会下雨吗), what they would have to look up of their own (门牌几室), or what the trainee only supposes (您是跑步穿吧).
 */
import type { Reaction, Reactions, Slot } from '#engine/model/content.ts';

/** 会不会, 到时候, 以后: what is still to come. 会员 and 开会 are things. */
const TO_COME = /会不会|(?<![开机社])会(?!员|议|计).{0,6}(?:[吗么]|没有|不[?？]?$)|到时候?|以后|将来|下雨|天气/;
/** 他肯不肯, 人家喜欢吗: what somebody else wants. */
const OF_OTHERS = /(?:[他她它]们?|人家|对方|别人).{0,4}(?:喜欢|愿意|乐意|同意|答应|肯|介意|怎么想)/;
/** 收件人叫什么, 哪个小区: whose answer stands on the customer's own paper or door. */
const OWN_DATA =
  /收[件货]人|姓名|名字|贵姓|电话|手机号|号码|联系方式|门牌|小区|单元|[几哪]室|[几哪]楼|[几哪]栋|[几哪]号楼/;
/** 您是跑步穿吧: the trainee only wants to hear that it is so. */
const SUPPOSES = /吧[呀啊哈~～]*[?？]?$/;

const isBeyondKnowing = (clause: string): boolean => TO_COME.test(clause) || OF_OTHERS.test(clause);

/** Whether a clause asks for what is the customer's own, a name or a door. */
export const isOwnData = (clause: string): boolean => OWN_DATA.test(clause);

/** The words for a question that has none of its own. */
export const putOffSlot = (clause: string): Slot => {
  if (isBeyondKnowing(clause)) return 'dont-know';
  return SUPPOSES.test(clause) && !isOwnData(clause) ? 'asked-supposed' : 'asked-own';
};

/** The reaction of a slot; who has no words for their own things or for what is supposed has those for any question. */
export const reactionIn =
  (slot: Slot) =>
  ({ slots }: Reactions): Reaction | undefined =>
    slots[slot] ?? (slot === 'asked-own' || slot === 'asked-supposed' ? slots['dont-know'] : undefined);
