/**
 * Going through what was settled, at the end (RULES T81): the customer restates what the trainee has told, so that 对 or a
 * correction is the answer, and asks only for what nobody has told them.
 */
import type { Beat, Burst, RecapItem } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { echoOf } from '#engine/state/follow-ups.ts';
import { sayableBursts } from '#engine/state/heard-figures.ts';
import { recapLine } from '#engine/state/line-names.ts';
import type { BurstDraft } from './draft.ts';

/** Told, or perhaps told: to ask for it plainly would sound as if nobody had listened. */
const isHeard = (conversation: Conversation, id: string): boolean =>
  conversation.points[id] !== 'wrong' &&
  (conversation.points[id] !== undefined || conversation.touched[id] !== undefined);

/** Another figure than the right one, or one that nobody could place. */
const otherFigure = ({ points, figures, touched }: Conversation, id: string): string | undefined =>
  points[id] === 'covered' ? undefined : (figures[id] ?? touched[id]?.figure);

/** What is said of an item, and whether that restates it. The trainee's own figure is repeated where it isn't the right one. */
const said = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  { point, told, ask }: RecapItem,
): { burst: Burst; restates: boolean } => {
  const figure = otherFigure(conversation, point);
  if (figure !== undefined)
    return { burst: [...ask, ...(echoOf(preparedCase, figure).bursts?.[0] ?? [])], restates: false };
  // Figures that nobody has told are asked for (RULES T34).
  const [burst] = isHeard(conversation, point) ? sayableBursts(conversation, preparedCase, told) : [];
  return { burst: burst ?? ask, restates: burst !== undefined };
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
    draft.parts.push({ burst, why: { kind: 'opening', beat: id, ...(restates && { instead: true }) }, place });
  }
};
