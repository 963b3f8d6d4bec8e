import { useLayoutEffect, useRef, useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { type QuickReply, splitAtMatch, splitVariables, type TextPart } from '#client/drill/model/quick-replies.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';

type Props = {
  id: string;
  reply: QuickReply;
  number: number | null;
  query: string;
  isActive: boolean;
  useCount: number;
  canSend: boolean;
  actions: { insert: (reply: QuickReply) => void; send: (reply: QuickReply) => void };
};

/**
 * On a phone a text of more than three lines is shortened, or two would fill the list. Until it is unfolded it can't be sent
 * with one press: what can stands there whole (RULES X34).
 */
const useFolded = (text: string) => {
  const isPhone = usePhone();
  const words = useRef<HTMLSpanElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isUnfolded, setIsUnfolded] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text, or another width, may have another height
  useLayoutEffect(() => {
    const box = words.current;
    if (box !== null && isPhone && !isUnfolded) setIsLong(box.scrollHeight > box.clientHeight + 1);
  }, [text, isPhone, isUnfolded]);
  return {
    words,
    isClamped: !isUnfolded,
    isFolded: isPhone && isLong && !isUnfolded,
    unfold: () => setIsUnfolded(true),
  };
};

/** A click puts it into the composer to be edited; 直接发送 sends it as it is. */
export const QuickReplyRow = ({ id, reply, number, query, isActive, useCount, canSend, actions }: Props) => {
  const { t } = useTranslation('desk');
  const { words, isClamped, isFolded, unfold } = useFolded(reply.text);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see quick-reply-list.tsx
    <div
      id={id}
      role="row"
      aria-selected={isActive}
      tabIndex={-1}
      className={cx(
        'group flex min-h-28 items-center gap-8 pr-8 max-pane:min-h-44',
        isActive ? 'bg-tint' : 'hover:bg-soft',
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see quick-reply-list.tsx */}
      <div role="gridcell" tabIndex={-1} className="min-w-0 flex-1">
        <button
          type="button"
          tabIndex={-1}
          onClick={() => actions.insert(reply)}
          className="grid w-full grid-cols-[18px_148px_minmax(0,1fr)] items-center gap-x-10 py-4 pl-16 text-left max-pane:grid-cols-1 max-pane:gap-x-8 max-pane:pl-12 max-pane:leading-[20px]"
        >
          {number === null ? <span className="max-pane:hidden" /> : <Kbd className="max-pane:hidden">{number}</Kbd>}
          <span className="cut">
            <span lang="zh-CN">
              <MatchedText parts={splitAtMatch(reply.title, query)} />
            </span>{' '}
            <code className={cx('ml-4 font-mono text-12', isActive ? 'text-ink-2' : 'text-ink-3')}>
              <MatchedText parts={splitAtMatch(reply.code, query)} />
            </code>
            {reply.own || reply.mine ? (
              <span className="ml-6 text-12 text-ink-2 pane:hidden">{reply.mine ? reply.group : t('phrases.own')}</span>
            ) : null}
          </span>
          {/* On a phone nothing tells the rest of a line, and 直接发送 stands beside it. */}
          <span
            ref={words}
            lang="zh-CN"
            className={cx(
              'cut wrap-anywhere max-pane:whitespace-normal max-pane:text-pretty',
              isClamped && 'max-pane:line-clamp-3',
              isActive ? 'text-ink-2' : 'text-ink-3',
            )}
            title={reply.text}
          >
            {splitVariables(reply.text).map((part) =>
              part.isVariable ? (
                <span key={part.start} className="text-warn">
                  {part.text}
                </span>
              ) : (
                part.text
              ),
            )}
          </span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see quick-reply-list.tsx */}
      <div role="gridcell" tabIndex={-1} className="flex shrink-0 items-center gap-8 text-12">
        {useCount > 0 ? (
          <span className="text-warn">{t('phrases.used', { n: useCount })}</span>
        ) : (
          <span className={cx('max-pane:hidden', isActive ? 'text-ink-2' : 'text-ink-3')}>
            {reply.own === true ? t('phrases.ownGroup', { group: reply.group }) : reply.group}
          </span>
        )}
        {isFolded ? (
          <Button kind={isActive ? 'plain' : 'bare'} size="s" tabIndex={-1} aria-expanded={false} onClick={unfold}>
            {t('phrases.unfold')}
          </Button>
        ) : (
          <Button
            kind={isActive ? 'plain' : 'bare'}
            size="s"
            tabIndex={-1}
            disabled={!canSend}
            onClick={() => actions.send(reply)}
          >
            {t('phrases.direct')}
          </Button>
        )}
      </div>
    </div>
  );
};

const MatchedText = ({ parts }: { parts: readonly TextPart[] }) =>
  parts.map((part) => (part.isMatch ? <mark key={part.start}>{part.text}</mark> : part.text));
