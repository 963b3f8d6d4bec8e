import { splitVariables } from '#client/drill/model/quick-replies.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SchoolQuickReply } from '#contract/quick-replies.ts';

type Props = {
  reply: SchoolQuickReply;
  earlier?: SchoolQuickReply | null;
  isRemoved?: boolean;
  isNarrow?: boolean;
  /** It stands under its group's name. */
  isUnderGroup?: boolean;
};

/** One quick reply: its title, the code that finds it, and its text. */
export const ListedReply = ({
  reply,
  earlier = null,
  isRemoved = false,
  isNarrow = false,
  isUnderGroup = false,
}: Props) => {
  const { t } = useTranslation('quick-replies');
  return (
    <div
      className={cx(
        'grid gap-x-12',
        isNarrow ? 'grid-cols-1' : 'grid-cols-[220px_minmax(0,1fr)] max-pane:grid-cols-1',
        isRemoved && 'text-ink-3',
      )}
    >
      <ReplyName reply={reply} grouped={isUnderGroup} />
      <div className="min-w-0">
        <ReplyText text={reply.text} gone={isRemoved} />
        {earlier === null ? null : (
          <p className="mt-2 break-words text-12 text-ink-3">
            <span className="mr-6">{t('check.before')}</span>
            <del className="whitespace-pre-line">{earlierText(earlier, reply)}</del>
          </p>
        )}
      </div>
    </div>
  );
};

/** The earlier group and title only where they differ; the earlier text always. */
const earlierText = (before: SchoolQuickReply, { group, title }: SchoolQuickReply): string =>
  [
    ...(before.group === group ? [] : [before.group]),
    ...(before.title === title ? [] : [before.title]),
    before.text,
  ].join(' ');

const ReplyName = ({ reply: { title, code, group }, grouped }: { reply: SchoolQuickReply; grouped: boolean }) => (
  <p className="min-w-0 break-words">
    <b>{title}</b>
    <code className="ml-8 font-mono text-12 text-ink-3">{code}</code>
    {grouped ? null : <span className="ml-8 text-12 text-ink-3">{group}</span>}
  </p>
);

const ReplyText = ({ text, gone }: { text: string; gone: boolean }) => (
  <p className={cx('whitespace-pre-line break-words', gone ? 'line-through' : 'text-ink-2')}>
    {splitVariables(text).map((part) =>
      part.isVariable ? (
        <span key={part.start} className="text-warn">
          {part.text}
        </span>
      ) : (
        part.text
      ),
    )}
  </p>
);
