import '#client/drill/hold/strings.ts';
import { Pause } from 'lucide-react';
import { useSecondsUntil } from '#client/drill/hold/hold-clock.ts';
import { usePromiser } from '#client/drill/hold/promiser.ts';
import { wordsOf } from '#client/drill/hold/words-of.ts';
import type { ConversationView, HoldPromise } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { blockWords, deskBlock, dropHold } from '#client/features/desk/model/rush-commands.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { MINUTE_MS } from '#client/lib/spans.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { lateFor, useDeskClosing } from './desk-closing.ts';
import { namesTime } from './hold-words.ts';

/**
 * Under the head of a conversation on hold: how long is left, in which words it was promised, by whom where that was another
 * seat, and what to do at the time.
 */
export const HoldStrip = ({ conversation, hold }: { conversation: ConversationView; hold: HoldPromise }) => {
  const { t } = useTranslation('hold');
  const left = useSecondsUntil(hold.backBy);
  const isBlocked = useDrill((state) => blockWords(deskBlock(state)) !== null);
  const name = usePromiser(hold.from);
  const words = wordsOf(conversation, hold);
  const isShiftOver = useDrill(({ view }) => view.rush?.handoverUntil != null);
  const time = clock(Math.abs(left) * 1000);
  const isDue = left <= 0;
  const isTooLate = lateFor(useDeskClosing(), left * 1000) === 'handed';
  return (
    <Notice
      tone={isDue ? 'warn' : 'info'}
      icon={<Pause size={14} className="shrink-0" aria-hidden="true" />}
      className="shrink-0 border-line border-b py-4!"
      action={
        isShiftOver ? null : (
          <Button
            kind="bare"
            size="s"
            className="shrink-0 max-pane:min-h-44"
            disabled={isBlocked}
            onClick={() => void dropHold(conversation.key)}
          >
            {t('drop')}
          </Button>
        )
      }
    >
      <p className="cut">
        {/* A reader is told when it begins and when it is due, not every second. */}
        <b aria-hidden="true">{t(isDue ? 'strip.due' : 'strip.left', { time })}</b>
        <span className="sr-only">{t(isDue ? 'strip.dueNow' : 'strip.held')}</span>{' '}
        {/* Whose promise it is stands there in any case: who took it over has said nothing of it. */}
        {isTooLate && !isShiftOver ? <span className="text-warn">{t('strip.after')} </span> : null}
        {name === null ? null : <span lang="zh-CN">{t('by', { name, words })} </span>}
        {isShiftOver ? t('strip.shift') : isDue ? t('strip.back') : null}
        {name !== null || isShiftOver ? null : hold.isPressed ? (
          isDue ? null : (
            <span lang="zh-CN">{words}</span>
          )
        ) : (
          <HeardWords hold={hold} words={words} isDue={isDue} />
        )}
      </p>
    </Notice>
  );
};

/** Nobody pressed 挂起: which words began the countdown, and where they name no minutes, how many they are taken for (RULES X97). */
const HeardWords = ({ hold, words, isDue }: { hold: HoldPromise; words: string; isDue: boolean }) => {
  const { t } = useTranslation('hold');
  const minutes = (hold.backBy - hold.at) / MINUTE_MS;
  const isTakenFor = !isDue && !namesTime(words) && Number.isInteger(minutes) && minutes > 0;
  return (
    <>
      {isDue ? ' ' : `${t('strip.until', { until: clock(hold.backBy) })} `}
      {isTakenFor ? `${t('strip.takenFor', { n: minutes })} ` : null}
      <span lang="zh-CN">{t('strip.heard', { words })}</span>
    </>
  );
};
