import { useState } from 'react';
import { MAX_APPEAL_CHARACTERS, sendKeeping, sendWithdrawal } from '#client/features/report/model/report-discussion.ts';
import type { DiscussionState } from '#client/features/report/model/use-discussion.ts';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Appeal } from '#contract/discussion.ts';
import { TextForm } from './text-form.tsx';

type Props = {
  appeal: Appeal;
  discussionState: DiscussionState;
  isStaff: boolean;
  /** Opens the dialog that rules on what is appealed; null where the page has none. */
  onRule: (() => void) | null;
};

/** The trainee's appeal, and the answer of the person who settled it. */
export const AppealItem = ({ appeal, discussionState, isStaff, onRule }: Props) => {
  const { t } = useTranslation('discussion');
  const [isKeeping, setIsKeeping] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const { id, text, by, at, end } = appeal;
  const withdraw = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const refusal = await discussionState.send(sendWithdrawal(discussionState.drillId, id));
    setIsBusy(false);
    if (refusal !== null) showToast(refusal.message, 'bad');
  };
  return (
    <li
      id={`appeal-${id}`}
      tabIndex={-1}
      className="mt-4 scroll-mt-60 border border-line border-l-3 border-l-warn-solid bg-surface px-10 py-4 focus:outline-2 focus:outline-accent focus:outline-offset-2 print:break-inside-avoid"
    >
      <p className="flex flex-wrap items-center gap-x-8 text-12 text-ink-3">
        <b className="text-ink">{t('appeal.name')}</b>
        <span>
          {by} {shortDate(at)}
        </span>
        {end === null ? <Tag tone="warn">{t(isStaff ? 'appeal.waitsStaff' : 'appeal.waits')}</Tag> : null}
      </p>
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
      {end === null ? null : (
        <p className="wrap-anywhere mt-2">
          <b>
            {t(`appeal.${end.how === 'kept' ? 'kept' : 'changed'}`, { by: end.by })}
            {end.undone ? t('appeal.undone') : null}
          </b>
          {/* A ruling in force says its reason itself. */}
          {end.how === 'kept' || end.undone ? end.reason : null}{' '}
          <span className="whitespace-nowrap text-12 text-ink-3">{shortDate(end.at)}</span>
        </p>
      )}
      {end !== null ? null : isStaff ? (
        <div className="mt-4 flex flex-wrap gap-8 print:hidden">
          {onRule === null ? null : (
            <Button size="s" aria-label={t('appeal.changeOf', { text })} onClick={onRule}>
              {t('appeal.change')}
            </Button>
          )}
          {discussionState.discussion?.as === 'visitor' ? null : (
            <Button
              size="s"
              aria-label={t('appeal.keepOf', { text })}
              aria-expanded={isKeeping}
              onClick={() => setIsKeeping(!isKeeping)}
            >
              {t('appeal.keep')}
            </Button>
          )}
        </div>
      ) : (
        <Button
          kind="bare"
          size="s"
          className="-ml-8 print:hidden"
          disabled={isBusy}
          aria-label={t('appeal.withdrawOf', { text })}
          onClick={() => void withdraw()}
        >
          {t('ui:withdraw')}
        </Button>
      )}
      {isKeeping ? (
        <TextForm
          draftKey={`keep ${id}`}
          label={t('appeal.keepLabel')}
          hint={t('appeal.keepHint')}
          saveLabel={t('appeal.keepSave')}
          maxCharacters={MAX_APPEAL_CHARACTERS}
          onClose={() => setIsKeeping(false)}
          onSend={(reason) => discussionState.send(sendKeeping(discussionState.drillId, id, reason))}
        />
      ) : null}
    </li>
  );
};
