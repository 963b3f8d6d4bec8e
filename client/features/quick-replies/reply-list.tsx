import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import { ListedReply } from './listed-reply.tsx';

type Props = { label: string; replies: readonly SchoolQuickReply[]; isNarrow?: boolean };

/** In the order of the table, group by group. */
export const ReplyList = ({ label, replies, isNarrow = false }: Props) => {
  const groups = [...new Set(replies.map(({ group }) => group))];
  return (
    <ScrollArea label={label} className={isNarrow ? '' : 'max-h-[60vh]'}>
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className="border-line border-b bg-soft px-18 py-6 font-semibold text-12 text-ink-2 max-pane:px-14">
            {group}
          </h3>
          <ul>
            {replies
              .filter((reply) => reply.group === group)
              .map((reply) => (
                <li key={reply.code} className="border-line border-b px-18 py-8 max-pane:px-14">
                  <ListedReply reply={reply} isNarrow={isNarrow} isUnderGroup />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </ScrollArea>
  );
};
