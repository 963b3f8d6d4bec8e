/**
 * What the customer has just asked for, taken up in their own words: 不放柜不放门口，我知道了 behind 别放柜 也别放门口 names the very
 * matter and brushes nobody off (RULES T116).
 */
import { tonePattern } from './tone-patterns.ts';

const PARTS = /[,.。!?;~、\s]+/;
const PERSONS = /[您你我]们?/g;
const PARTICLES = /[了啊呀哈哦噢嘛吧呢的啦咯嗷哟]+$/;
/** Before a wish: 那你们千万…, 也… */
const LEAD = '^(?:那|就|也|都|还|又|可|千万|一定|这次|以后|下次|给|帮|替|跟)*';
const NOT_WANTED = new RegExp(`${LEAD}(?:麻烦|请)?(?:别|甭|莫|不要|不许|不准)(?:再|老|总|又|给|帮|往)*(.{2,})$`);
const WANTED = new RegExp(`${LEAD}(?:麻烦|请|帮|给|替|记得)(.{2,})$`);
/** What the trainee leaves undone as they were asked to: 不放门口, 绝不会再打电话. */
const LEFT_UNDONE = new RegExp(`${LEAD}(?:肯定|绝对|保证|绝)?不(?:会|再|给|帮|往)*(.{2,})$`);
/** The customer's own 别放门口 said back: taken up only where the trainee says that they have heard it. */
const SAID_BACK = new RegExp(`${LEAD}(?:别|不要|莫)(?:再|给|帮|往)*(.{2,})$`);
const HEARD = /^(?:这边|这个|都|已经)*(?:知道|晓得|明白|清楚|收到|记[下住着好]|记)(?:了|的|啦|咯|着)*$/;
const CIVIL = /^(?:好的?|好嘞|行|嗯+|可以|没问题|放心|不(?:客气|用?谢)|没事)$/;
/** 去上课, 先去吃饭, 上班去: who is off to something is let go. 去投诉 and 去别家买 would be a dare. */
const LET_GO = new RegExp(`${LEAD}(?:先|快|赶紧|赶快)*(?:去(.{1,4})|(.{1,4})去)$`);
const DARES = /[诉告评退滚死吵闹问查找看]|曝光|别[家处人的]|走人/;
/** Words for going and doing that say nothing of what somebody is off to. */
const NO_MATTER = /[去上下先快吧忙来到]/g;

const plain = (text: string): string => text.replace(PERSONS, '').replace(PARTICLES, '');
const partsIn = (text: string): string[] =>
  text
    .split(PARTS)
    .map(plain)
    .filter((part) => part !== '');
const behind = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1] ?? null;
/** 不放柜不放门口 holds two things. */
const refusalsIn = (part: string): string[] => part.split(/(?<=.{2})(?=[不别莫])/);

/** Whether a bubble does nothing but take up what the customer has just asked for; words that show rudeness are never that. */
export const takesUpWish = (bubble: string, customerText: string): boolean => {
  if (tonePattern(bubble) !== null) return false;
  const wishes = partsIn(customerText);
  const isAskedFor = (pattern: RegExp, thing: string | null): boolean =>
    thing !== null && wishes.some((wish) => behind(pattern, wish)?.startsWith(thing));
  const parts = partsIn(bubble).filter((part) => !CIVIL.test(part));
  const told = parts.filter((part) => !HEARD.test(part));
  const isHeard = told.length < parts.length;
  const isTakenUp = (part: string): boolean =>
    tonePattern(part) === null &&
    (refusalsIn(part).every(
      (refusal) =>
        isAskedFor(NOT_WANTED, behind(LEFT_UNDONE, refusal)) ||
        (isHeard && isAskedFor(NOT_WANTED, behind(SAID_BACK, refusal))),
    ) ||
      (isHeard && isAskedFor(WANTED, part.length < 2 ? null : part)));
  /** 去上课吧 behind 我等下有课: they had said what they are off to. */
  const letsGo = (part: string): boolean => {
    const [, behindGo, beforeGo] = LET_GO.exec(part) ?? [];
    const matter = (behindGo ?? beforeGo ?? '').replace(NO_MATTER, '');
    return matter !== '' && !DARES.test(part) && [...matter].every((char) => customerText.includes(char));
  };
  return told.length > 0 && told.every((part) => isTakenUp(part) || letsGo(part));
};
