import type { EarlierMessage } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { BubbleView } from './bubble.tsx';
import type { RowContext } from './row-frame.tsx';

/** What stands in the window already: the bot, a colleague, the customer's own earlier lines. */
export const EarlierMessages = ({ messages, shop, orders }: { messages: readonly EarlierMessage[] } & RowContext) => {
  const { t } = useTranslation('desk');
  if (messages.length === 0) return null;
  return (
    <section aria-label={t('before.label')} className="border-line border-b border-dashed pb-10 pl-90 max-pane:px-12">
      <p className="pt-4 text-12 text-ink-3">{t('before.label')}</p>
      {messages.map((entry, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: earlier chat never changes
          key={index}
          className={`flex flex-col gap-3 pt-6 ${entry.by === 'customer' ? 'items-start' : 'items-end'}`}
        >
          <p className="text-12 text-ink-3">
            {entry.when} {t(`before.by.${entry.by}`)} {entry.name ?? ''}
          </p>
          {entry.bubbles.map((bubble, index) => (
            <BubbleView
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={index}
              bubble={bubble}
              shop={shop}
              orders={orders}
              side={entry.by === 'customer' ? 'theirs' : 'bot'}
            />
          ))}
        </div>
      ))}
    </section>
  );
};
