/**
 * Lines that ask after the state of an operation (递上去没, 退掉了没) suppose that somebody has said they do it. They are
 * said only where the trainee has, or the customer has asked for it before (RULES M67).
 */
import type { Burst, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

/** 报了没, 弄好了吗, 催没催, 我账号里还没有诶, 还没停吗, 申请上头没动静啊. */
const ASKS_STATE =
  /没(?:有|啥|什么)?动静|没(?:有|得)?[呀啊嘛诶呢]*[?？]?$|了吗[?？]?$|没.{0,3}吗[?？]?$|(.)没\1$|好啦[?？]$|已操作$/;
/** 照片我往哪传, 图往哪里传, 发哪儿: supposes that somebody wants a picture (RULES J141). */
const ASKS_WHERE_TO_SEND = /(?:照片?|图|视频).{0,4}哪.{0,4}[传发]|哪[里儿]?(?:传|发给)|[传发](?:到|给)?哪/;
/** 拍给我看下, 把喷码拍过来: 拍 alone also orders. */
const PICTURES = /照片|拍照|[拍照]一?[张下个]|图|视频|录|拍(?:给我|过来|来看|清楚|近)/;
/** 要图的话我拍给你, 要不要拍照: offers what has been asked for by now. */
const OFFERS_PICTURES = /(?:要|用)(?:不要|得着)?.{0,2}(?:图|照片?|拍).{0,6}(?:的话|我|吗|不|[?？]$)/;
/** Whether words of the trainee's speak of a picture. */
export const speaksOfPictures = (text: string): boolean => PICTURES.test(text);
/** 你上头知道不, 班长晓得没得: whether somebody knows may be asked of who has promised nothing. */
const ASKS_WHO_KNOWS = /知道|晓得|听说|有人管/;

/** Whether a burst asks how far an operation is. */
export const asksAfterState = (burst: Burst): boolean =>
  burst.some(
    (bubble) =>
      bubble.kind === 'text' &&
      (ASKS_WHERE_TO_SEND.test(bubble.text) || (ASKS_STATE.test(bubble.text) && !ASKS_WHO_KNOWS.test(bubble.text))),
  );

const offersPictures = (burst: Burst): boolean =>
  burst.some((bubble) => bubble.kind === 'text' && OFFERS_PICTURES.test(bubble.text));

/** Whether the trainee has spoken by now of doing one of these operations, or of having done it. */
export const isPromised = ({ promised, claimed, said }: Conversation, ways: readonly string[]): boolean =>
  ways.some((way) => promised.includes(way) || claimed.includes(way)) ||
  (ways.includes('request-photo') && said.some(({ text }) => speaksOfPictures(text)));

/**
 * The lines of a reaction that ask for an operation: what asks after its state comes first where that was promised or the
 * customer has asked before, and is left out otherwise. 要图的话我拍给你 is left out once the picture was asked for (RULES J149).
 * Undefined where no line is left.
 */
export const groundedAsk = (reaction: Reaction | undefined, isAwaited: boolean): Reaction | undefined => {
  const bursts = reaction?.bursts ?? [];
  const states = bursts.filter(asksAfterState);
  const plain = bursts.filter((burst) => !asksAfterState(burst) && !(isAwaited && offersPictures(burst)));
  if (!reaction || states.length + plain.length === 0 || (!isAwaited && states.length === 0)) return reaction;
  if (isAwaited) return { ...reaction, bursts: [...states, ...plain] };
  return plain.length > 0 ? { ...reaction, bursts: plain } : undefined;
};
