import { Zap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useShowsHint } from '#client/features/desk/model/desk-hints.ts';
import type { QuickReplyListState } from '#client/features/desk/model/use-quick-reply-list.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { QuickReplyRow } from './quick-reply-row.tsx';

type Props = {
  id: string;
  list: QuickReplyListState;
  uses: Readonly<Record<string, number>>;
  canSend: boolean;
  /** The list was opened by its button over a text, so it needs a search field of its own. */
  withSearch: boolean;
};

/** Docked between thread and composer, so that it never covers what the customer asked. */
export const QuickReplyList = ({ id, list, uses, canSend, withSearch }: Props) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const scroll = useRef<HTMLDivElement>(null);
  const { matches, activeIndex, query } = list;
  const showsKeys = useShowsHint('pick');
  useEffect(() => {
    scroll.current?.querySelectorAll('[role="row"]')[activeIndex]?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);
  return (
    <section aria-label={t('phrases.title')} className="border-line border-b">
      <div className="flex h-32 items-center gap-8 border-line border-b px-16 text-12 text-ink-3 max-pane:h-44 max-pane:px-12">
        <Zap size={14} className="shrink-0" aria-hidden="true" />
        {withSearch ? (
          <input
            type="search"
            aria-label={t('phrases.search')}
            placeholder={t('phrases.search')}
            value={query}
            // biome-ignore lint/a11y/noAutofocus: the list was asked for; its search is what comes next
            autoFocus={!isPhone}
            onChange={(event) => list.setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (!isComposing(event.nativeEvent)) list.onKey(event);
            }}
            className="h-24 min-w-0 flex-1 bg-transparent text-ink focus-visible:outline-none max-pane:h-44 max-pane:text-16"
          />
        ) : (
          <>
            <span>{t('phrases.initials')}</span>
            <b className="font-mono text-13 text-ink">{query}</b>
            <span className="flex-1" />
          </>
        )}
        <span className="whitespace-nowrap">
          {matches.length === list.totalCount
            ? t('phrases.all', { n: list.totalCount })
            : t('phrases.count', { n: matches.length, total: list.totalCount })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a list of two things to press, steered from the composer */}
      <div
        ref={scroll}
        id={id}
        role="grid"
        aria-label={t('phrases.found')}
        tabIndex={0}
        className="max-h-172 overflow-y-auto focus-visible:-outline-offset-2 max-pane:max-h-[34dvh]"
      >
        {matches.map((reply, index) => (
          <QuickReplyRow
            key={reply.id}
            id={list.rowId(id, index)}
            reply={reply}
            number={index < 9 ? index + 1 : null}
            query={query}
            isActive={index === activeIndex}
            useCount={uses[reply.id] ?? 0}
            canSend={canSend}
            actions={list.actions}
          />
        ))}
      </div>
      {matches.length === 0 ? <p className="px-16 py-8 text-ink-2">{t('phrases.none')}</p> : null}
      {showsKeys ? <ListKeys /> : null}
    </section>
  );
};

const ListKeys = () => {
  const { t } = useTranslation('desk');
  return (
    <p className="flex gap-14 border-line border-t px-16 py-5 text-12 text-ink-3 max-pane:hidden">
      <span className="inline-flex items-center gap-4">
        <Kbd>Enter</Kbd>
        {t('phrases.keys.insert')}
      </span>
      <span className="inline-flex items-center gap-4">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {t('phrases.keys.choose')}
      </span>
      <span className="inline-flex items-center gap-4">
        <Kbd>Ctrl</Kbd>
        <Kbd>Enter</Kbd>
        {t('phrases.direct')}
      </span>
      <span className="inline-flex items-center gap-4">
        <Kbd>Esc</Kbd>
        {t('phrases.keys.close')}
      </span>
    </p>
  );
};
