/**
 * Lines that ask after the state of an operation (递上去没, 退掉了没) suppose that somebody has said they do it. They are
 * said only where the trainee has, or the customer has asked for it before (RULES M67).
 */
import type { Burst, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

/** 报了没, 弄好了吗, 催没催, 我账号里还没有诶, 还没停吗. */
const ASKS_STATE = /没(?:有|得)?[呀啊嘛诶呢]*[?？]?$|了吗[?？]?$|没.{0,3}吗[?？]?$|(.)没\1$|好啦[?？]$|已操作$/;
/** 照片我往哪传, 图往哪里传, 发哪儿: supposes that somebody wants a picture (RULES J141). */
const ASKS_WHERE_TO_SEND = /(?:照片?|图|视频).{0,4}哪.{0,4}[传发]|哪[里儿]?(?:传|发给)|[传发](?:到|给)?哪/;
const PICTURES = /照片|拍照|[拍照]一?[张下个]|图|视频|录/;
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

/** Whether the trainee has spoken by now of doing one of these operations, or of having done it. */
export const isPromised = ({ promised, claimed, said }: Conversation, ways: readonly string[]): boolean =>
  ways.some((way) => promised.includes(way) || claimed.includes(way)) ||
  (ways.includes('request-photo') && said.some(({ text }) => speaksOfPictures(text)));

/**
 * The lines of a reaction that ask for an operation: what asks after its state comes first where that was promised or the
 * customer has asked before, and is left out otherwise. Undefined where no line is left.
 */
export const groundedAsk = (reaction: Reaction | undefined, isAwaited: boolean): Reaction | undefined => {
  const bursts = reaction?.bursts ?? [];
  if (!reaction || !bursts.some(asksAfterState)) return reaction;
  const plain = bursts.filter((burst) => !asksAfterState(burst));
  if (isAwaited) return { ...reaction, bursts: [...bursts.filter(asksAfterState), ...plain] };
  return plain.length > 0 ? { ...reaction, bursts: plain } : undefined;
};
