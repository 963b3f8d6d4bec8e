/** What a customer says who is asked for a picture that the story doesn't bring (RULES J183). */
import { hasSentPicture, REQUEST_PHOTO } from '#engine/customer/awaited-picture.ts';
import type { Burst, Slot } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';

/** Words of asking for any picture at all. */
const ASKING =
  /照片|图片|截图|视频|方便|麻烦|[拍照截录图一个张段下发传给我您你看吗不能可以的过来请先把这边让了吧呀哈呢哦嘛有没就行]/g;
/** 再拍一张, 换个角度: another picture than the one that is there. */
const ANOTHER = /再|另|别的|其他|换|近|清楚|[侧背反]面/;

/** Whether a request names what the customer has said nothing of: of whose fruit there is a picture, there is none of the label. */
const namesSomethingNew = (clause: string, { spoken }: Conversation): boolean => {
  const named = clause.replace(ASKING, '');
  const words = Object.keys(spoken).join('');
  return named !== '' && ![...named].some((char) => words.includes(char));
};

/** 发过了 where a picture was sent and no other is asked for; else why it doesn't come now. */
export const pictureSlot = (conversation: Conversation, preparedCase: PreparedCase, clause: string): Slot =>
  hasSentPicture(conversation, preparedCase) && !ANOTHER.test(clause) && !namesSomethingNew(clause, conversation)
    ? 'asked-again'
    : 'asked-picture';

/**
 * 嗯嗯 往哪传: the words of a customer whose case still waits for the card by which they send it (晚点拍 would take back what they do
 * as soon as it comes). Null where it doesn't, or the card is there.
 */
export const cardAskedFor = (
  conversation: Conversation,
  { scenario, persona }: PreparedCase,
  turn: OpenTurn,
): Burst | null => {
  const hasCard = [...conversation.done, ...turn.actions].some(({ action }) => action === REQUEST_PHOTO);
  const isAwaited = [...scenario.beats.flatMap(({ needs }) => needs), ...scenario.duties].some(
    (need) => need.do === REQUEST_PHOTO,
  );
  const nod = persona.reacts.slots.nod?.bursts?.[0]?.find((bubble) => bubble.kind === 'text');
  return isAwaited && !hasCard && nod ? [{ kind: 'text', text: `${nod.text} 往哪传` }] : null;
};
