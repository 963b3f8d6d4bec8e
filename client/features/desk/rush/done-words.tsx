/** When a drill ends by itself, once everybody has come and gone, in words. */
import '#client/features/desk/dialog-strings/strings.ts';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { isAllClosed } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { handoverAhead } from '#client/features/desk/model/handover.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';

const SECOND_MS = 1000;
/** So long after the last word to who is gone a rush ends, and after the last to who is only offline, ms. */
const FINISH_MS = 20_000;
const LINGER_MS = 45_000;
/** After the last to who has answered, since their story was over, what they were asked (RULES J199). */
const ANSWERED_LINGER_MS = 90_000;

/** As the engine has it: asked after the end, and nothing said to their answer yet. */
const hasAnsweredSinceEnd = ({ items, overAt }: ConversationView): boolean => {
  const said = items.findLastIndex(({ kind }) => kind === 'trainee');
  const isAsked = overAt !== null && (items[said]?.at ?? 0) > overAt;
  return isAsked && items.findLastIndex(({ kind }) => kind === 'customer') > said;
};

const endsAfter = (conversation: ConversationView): number => {
  const last = conversation.items.at(-1);
  const lastAt = last?.kind === 'away' ? last.leftAt : (last?.at ?? 0);
  if (conversation.status === 'closed') return lastAt + FINISH_MS;
  return lastAt + (hasAnsweredSinceEnd(conversation) ? ANSWERED_LINGER_MS : LINGER_MS);
};

/** The drill time at which it ends where nobody comes back; null: somebody is here, waits, or is still to come (RULES J164). */
const endsAt = (view: DrillView): number | null => {
  if (view.rush !== null) return rushEndsAt(view, view.rush);
  return isAllClosed(view) ? latestEnd(view) : null;
};

const latestEnd = ({ arrivalOrder, conversations }: DrillView): number =>
  Math.max(0, ...arrivalOrder.map((key) => (conversations[key] ? endsAfter(conversations[key]) : 0)));

const rushEndsAt = (view: DrillView, rush: NonNullable<DrillView['rush']>): number | null =>
  !rush.isOver || rush.handoverUntil !== null || rush.slots.length + rush.queue.length > 0
    ? null
    : Math.min(latestEnd(view), rush.endsAt + rush.opened.closingMs);

/** How many who are offline were told when they hear again, with nothing said since: a rush doesn't end before (RULES X90). */
const toldToWait = ({ arrivalOrder, conversations }: DrillView): number =>
  arrivalOrder.filter((key) => {
    const { status, holdPromises } = conversations[key] ?? {};
    return status === 'away' && holdPromises?.at(-1)?.ended === null;
  }).length;

/** How many of a rush are offline, with their talk not closed: a word to one of them moves the end away, closing the talk brings it nearer. */
const stillOpen = ({ rush, arrivalOrder, conversations }: DrillView): number =>
  rush === null ? 0 : arrivalOrder.filter((key) => conversations[key]?.status === 'away').length;

/**
 * Everybody has come and gone: how long it is until its end (RULES J164), or until the notes on whom a call is owed
 * (J195). Null: not yet.
 */
export const useDoneWords = (): string | null => {
  const { t } = useTranslation('desk');
  const endsAtMs = useDrill(({ view }) => endsAt(view));
  const n = useDrillClock(({ now }) => (endsAtMs === null ? 0 : Math.ceil((endsAtMs - now) / SECOND_MS)));
  const left = useDrill(({ view }) => (endsAtMs === null ? 0 : (handoverAhead(view)?.left ?? 0)));
  const waiting = useDrill(({ view }) => (endsAtMs === null ? 0 : toldToWait(view)));
  const open = useDrill(({ view }) => stillOpen(view));
  if (endsAtMs === null) return null;
  if (waiting > 0) return t('desk-dialogs:rush.waitFor', { n: waiting });
  const words =
    left > 0
      ? t(n > 0 ? 'desk-dialogs:rush.thenNotes' : 'desk-dialogs:rush.notesSoon', { n, left })
      : t(n > 0 ? 'closed.done' : 'closed.doneSoon', { n });
  // 45 stood there twice, a word to each of two apart, and 20 once both talks were closed, and nothing said why (RULES X106).
  return open > 0 && n > 0 ? joined([words, t('desk-dialogs:rush.openYet', { open })]) : words;
};

/** The same over the composer, where somebody who is offline can still be left a word. */
export const DoneStrip = () => {
  const words = useDoneWords();
  return words === null ? null : (
    <p className="shrink-0 border-line border-t px-12 py-5 text-12 text-ink-2 leading-[20px]">{words}</p>
  );
};
