import { useTranslation } from 'react-i18next';
import { type QuickReply, splitAtMatch, splitVariables, type TextPart } from '#client/drill/model/quick-replies.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';

type Props = {
  id: string;
  phrase: QuickReply;
  number: number | null;
  query: string;
  active: boolean;
  times: number;
  canSend: boolean;
  does: { insert: (phrase: QuickReply) => void; send: (phrase: QuickReply) => void };
};

/** A click puts it into the composer to be edited; 直接发送 sends it as it is. */
export const QuickReplyRow = ({ id, phrase, number, query, active, times, canSend, does }: Props) => {
  const { t } = useTranslation('desk');
  return (
    // biome-ignore lint/a11y/useSemanticElements: see quick-reply-list.tsx
    <div
      id={id}
      role="row"
      aria-selected={active}
      tabIndex={-1}
      className={cx(
        'group flex min-h-28 items-center gap-8 pr-8 max-pane:min-h-44',
        active ? 'bg-tint' : 'hover:bg-soft',
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see quick-reply-list.tsx */}
      <div role="gridcell" tabIndex={-1} className="min-w-0 flex-1">
        <button
          type="button"
          tabIndex={-1}
          onClick={() => does.insert(phrase)}
          className="grid w-full grid-cols-[18px_148px_minmax(0,1fr)] items-center gap-x-10 py-4 pl-16 text-left max-pane:grid-cols-1 max-pane:gap-x-8 max-pane:pl-12 max-pane:leading-[20px]"
        >
          {number === null ? <span className="max-pane:hidden" /> : <Kbd className="max-pane:hidden">{number}</Kbd>}
          <span className="cut">
            <span lang="zh-CN">
              <Hits parts={splitAtMatch(phrase.title, query)} />
            </span>{' '}
            <code className={cx('ml-4 font-mono text-12', active ? 'text-ink-2' : 'text-ink-3')}>
              <Hits parts={splitAtMatch(phrase.code, query)} />
            </code>
            {phrase.own === true ? (
              <span className="ml-6 text-12 text-ink-2 pane:hidden">{t('phrases.own')}</span>
            ) : null}
          </span>
          <span lang="zh-CN" className={cx('cut', active ? 'text-ink-2' : 'text-ink-3')} title={phrase.text}>
            {splitVariables(phrase.text).map((part) =>
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
        {times > 0 ? (
          <span className="text-warn">{t('phrases.used', { n: times })}</span>
        ) : (
          <span className={cx('max-pane:hidden', active ? 'text-ink-2' : 'text-ink-3')}>
            {phrase.own === true ? t('phrases.ownGroup', { group: phrase.group }) : phrase.group}
          </span>
        )}
        <Button
          kind={active ? 'plain' : 'bare'}
          size="s"
          tabIndex={-1}
          disabled={!canSend}
          onClick={() => does.send(phrase)}
        >
          {t('phrases.direct')}
        </Button>
      </div>
    </div>
  );
};

const Hits = ({ parts }: { parts: readonly TextPart[] }) =>
  parts.map((part) => (part.isMatch ? <mark key={part.start}>{part.text}</mark> : part.text));
