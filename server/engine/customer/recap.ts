/**
 * Going through what was settled, at the end (RULES T81): the customer restates what the trainee has told, so that 对 or a
 * correction is the answer, and asks only for what nobody has told them.
 */
import type { Beat, Bubble, Burst, RecapItem } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { echoOf, sayableBursts } from '#engine/state/heard-figures.ts';
import { isChecked, recapLine } from '#engine/state/line-names.ts';
import type { BurstDraft } from './draft.ts';

/** Told, or perhaps told: to ask for it plainly would sound as if nobody had listened. */
const isHeard = (conversation: Conversation, id: string): boolean =>
  conversation.points[id] !== 'wrong' &&
  (conversation.points[id] !== undefined || conversation.touched[id] !== undefined);

/** Whether such words name a figure of the shop's: they are sayable only once that very figure was told. */
const namesFigure = ({ lineFigures }: PreparedCase, burst: Burst): boolean =>
  burst.some((bubble) => bubble.kind === 'text' && lineFigures.namesByLine.has(bubble.text));

/** Another figure than the right one, or one that nobody could place; `restated`: words that restate the point and can be said. */
const otherFigure = (
  { points, figures, touched }: Conversation,
  preparedCase: PreparedCase,
  id: string,
  restated: Burst | undefined,
): string | undefined => {
  // 班长10分钟 answers as well as the case's own two hours, which nobody has named.
  if (points[id] === 'covered') return restated === undefined ? touched[id]?.figure : undefined;
  // Where the right figure was told (367块1) the line that names it (367.1 对吧) is the customer's own.
  return figures[id] ?? (restated && namesFigure(preparedCase, restated) ? undefined : touched[id]?.figure);
};

/** 生日券有没有我的, 小样给不给我: answered by whatever figure was told of it. */
const YES_OR_NO = /^(?!.*(?:几|多少|多久|好久|啥|咋|什么)).*(.)[不没]\1/;
const isAnsweredByFigure = (bubble: Bubble): boolean => bubble.kind === 'text' && YES_OR_NO.test(bubble.text);

/** What is said of an item, and whether that restates it. The trainee's own figure is repeated where it isn't the right one. */
const said = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  { point, told, ask }: RecapItem,
): { burst: Burst; restates: boolean } => {
  // Figures that nobody has told are asked for (RULES T34).
  const [restated] = isHeard(conversation, point) ? sayableBursts(conversation, preparedCase, told) : [];
  const figure = otherFigure(conversation, preparedCase, point, restated);
  if (figure !== undefined)
    return {
      burst: [
        // What they have made sure of before they don't ask for once more (RULES J158).
        ...ask.filter((bubble) => !isChecked(conversation, point) && !isAnsweredByFigure(bubble)),
        ...(echoOf(preparedCase, figure).bursts?.[0] ?? []),
      ],
      restates: false,
    };
  // What was told with another right figure, which nobody can repeat, isn't asked for.
  const asked = conversation.points[point] === 'covered' ? [] : ask;
  return { burst: restated ?? asked, restates: restated !== undefined };
};

/** Adds what the beat goes through at the end, after its own line. */
export const addRecap = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  draft: BurstDraft,
  { id, window, place }: Beat,
): void => {
  for (const item of window?.recap ?? []) {
    const { burst, restates } = said(conversation, preparedCase, item);
    if (restates) draft.used.push(recapLine(item.point));
    if (burst.length === 0) continue;
    draft.parts.push({ burst, why: { kind: 'opening', beat: id, ...(restates && { instead: true }) }, place });
  }
};
