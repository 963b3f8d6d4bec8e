import './strings.ts';
import { NotebookPen } from 'lucide-react';
import { HeldLine } from '#client/drill/hold/held-line.tsx';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { MateAbove } from '#client/drill/transfers/mate-above.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

type Props = { handed: NonNullable<ConversationView['handed']>; conversation: ConversationView };

/** The note of who had the customer before stays above the thread, with what they promised: it is read before anything is asked. */
export const HandedNote = ({ handed, conversation }: Props) => {
  const { t } = useTranslation('project-task');
  return (
    <section
      aria-label={handed.seat === undefined ? t('note.above', { role: handed.role }) : t('note.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      className="flex max-h-96 shrink-0 items-start gap-8 overflow-y-auto border-line border-b bg-tint py-8 pr-12 pl-16 focus-visible:-outline-offset-2 max-pane:max-h-88 max-pane:px-12"
    >
      <NotebookPen size={16} className="mt-2 shrink-0 text-accent" aria-hidden="true" />
      <div lang="zh-CN" className="min-w-0 wrap-anywhere">
        <b>{handed.seat === undefined ? t('note.above', { role: handed.role }) : <MateAbove seat={handed.seat} />}</b>
        {handed.note}
        {conversation.holdPromises.at(-1)?.from == null ? null : <HeldLine conversation={conversation} />}
      </div>
    </section>
  );
};
