import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { isTypingAt } from '#client/drill/model/typing-spans.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** Still dots and a word, while the customer types: in the room below the last row, so that no row moves (RULES X59). */
export const TypingNotice = ({ conversation, name }: { conversation: string; name: string }) => {
  const { t } = useTranslation('desk');
  const span = useDrill((state) => state.typing[conversation]);
  const isTyping = useDrillClock(({ now }) => isTypingAt(span, now));
  if (!isTyping) return null;
  return (
    <p
      aria-hidden="true"
      className="absolute inset-x-0 bottom-4 flex items-center gap-6 pl-90 text-12 text-ink-3 max-pane:pl-12"
    >
      <span className="inline-flex gap-3">
        {[0, 1, 2].map((dot) => (
          <span key={dot} className="size-4 rounded-full bg-ink-3" />
        ))}
      </span>
      {t('thread.typing', { name })}
    </p>
  );
};
