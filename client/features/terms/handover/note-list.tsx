import type { ReactNode } from 'react';
import { clauses } from '#client/lib/clauses.ts';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { HandoverNote, HandoverNotes } from '#contract/terms/handover.ts';

type Props = HandoverNotes & {
  /** What whoever reads may do with a note. */
  action?: (note: HandoverNote) => ReactNode;
};

/** Notes of a team, the newest first, each with who wrote it and who took it. */
export const NoteList = ({ notes, left, action }: Props) => {
  const { t } = useTranslation('handover');
  return (
    <>
      <ul>
        {notes.map((note) => (
          <li key={note.id} className="border-line border-b px-14 py-10 last:border-b-0">
            <p className="flex flex-wrap items-center gap-8 text-12 text-ink-3">
              {clauses([note.day, t(`from.${note.shift}`), note.by])}
              {note.taken === null ? (
                <Tag tone="warn">{t('open')}</Tag>
              ) : (
                <Tag tone="good">{t('taken', { by: note.taken.by, at: shortDate(note.taken.at) })}</Tag>
              )}
            </p>
            <p className="mt-4 whitespace-pre-wrap wrap-anywhere">{note.text}</p>
            {action?.(note)}
          </li>
        ))}
      </ul>
      {left === 0 ? null : <p className="px-14 py-8 text-12 text-ink-3">{t('left', { n: left })}</p>}
    </>
  );
};
