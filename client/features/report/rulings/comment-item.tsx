import { useState } from 'react';
import { MAX_COMMENT_CHARACTERS, sendDelete, sendEdit } from '#client/features/report/model/report-discussion.ts';
import type { DiscussionState } from '#client/features/report/model/use-discussion.ts';
import { clauses } from '#client/lib/clauses.ts';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Comment } from '#contract/discussion.ts';
import { TextForm } from './text-form.tsx';

/** What a person wrote here, with name and date; who wrote it may change it. */
export const CommentItem = ({ comment, discussionState }: { comment: Comment; discussionState: DiscussionState }) => {
  const { t } = useTranslation('discussion');
  const [openForm, setOpenForm] = useState<'edit' | 'delete' | null>(null);
  const { id, text, by, at, editedAt, own } = comment;
  const remove = async () => {
    const refusal = await discussionState.send(sendDelete(discussionState.drillId, id));
    if (refusal !== null) showToast(refusal.message, 'bad');
  };
  return (
    <li className="mt-4 border border-line border-l-3 border-l-line-2 bg-surface px-10 py-4 print:break-inside-avoid">
      <div className="flex flex-wrap items-center gap-x-8 text-12 text-ink-3">
        <b className="text-ink">{t('comment.name')}</b>
        <span>
          {clauses([
            `${by} ${shortDate(at)}`,
            editedAt === null ? null : t('comment.edited', { date: shortDate(editedAt) }),
          ])}
        </span>
        {!own || openForm !== null ? null : (
          <span className="ml-auto flex gap-4 print:hidden">
            <Button kind="bare" size="s" aria-label={t('comment.editOf', { text })} onClick={() => setOpenForm('edit')}>
              {t('comment.edit')}
            </Button>
            <Button
              kind="bare"
              size="s"
              aria-label={t('comment.deleteOf', { text })}
              onClick={() => setOpenForm('delete')}
            >
              {t('comment.delete')}
            </Button>
          </span>
        )}
      </div>
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
      {openForm === 'edit' ? (
        <TextForm
          draftKey={`edit ${id}`}
          label={t('comment.editLabel')}
          hint={t('comment.hint')}
          saveLabel={t('comment.saveEdit')}
          maxCharacters={MAX_COMMENT_CHARACTERS}
          initialText={text}
          onClose={() => setOpenForm(null)}
          onSend={(newText) => discussionState.send(sendEdit(discussionState.drillId, id, newText))}
        />
      ) : openForm === 'delete' ? (
        <p className="flex flex-wrap items-center gap-8 print:hidden">
          {t('comment.deleteSure')}
          <Button kind="danger" size="s" onClick={() => void remove()}>
            {t('comment.deleteYes')}
          </Button>
          {/* The button that was pressed is gone: the harmless answer takes the focus. */}
          <Button size="s" autoFocus onClick={() => setOpenForm(null)}>
            {t('comment.deleteNo')}
          </Button>
        </p>
      ) : null}
    </li>
  );
};
