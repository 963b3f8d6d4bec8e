import { useRef, useState } from 'react';
import {
  appealsAt,
  commentsAt,
  MAX_APPEAL_CHARACTERS,
  MAX_COMMENT_CHARACTERS,
  mayAppealAt,
  openAppealAt,
  placeKey,
  sendAppeal,
  sendComment,
} from '#client/features/report/model/report-discussion.ts';
import { useDiscussion } from '#client/features/report/model/use-discussion.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { DiscussionPlace } from '#contract/discussion.ts';
import { AppealItem } from './appeal-item.tsx';
import { CommentItem } from './comment-item.tsx';
import { TextForm } from './text-form.tsx';

type Props = {
  place: DiscussionPlace;
  /** Names the place for screen readers; the whole report needs no name. */
  subject?: string;
  /** Whether the place may cost marks: only then can a trainee appeal. */
  mayCostMarks: boolean;
  /** For staff: opens the dialog that rules on the place; null where nothing can be ruled on. */
  onRule?: (() => void) | null;
  /** Label of the ruling's own button; left out where the page has that button elsewhere. */
  ruleLabel?: string;
};

/** Comments and appeals at one place of the report, with buttons to add one; the form is closed until pressed. */
export const InlineEditor = ({ place, subject = '', mayCostMarks, onRule = null, ruleLabel }: Props) => {
  const { t } = useTranslation('discussion');
  const discussionState = useDiscussion();
  const [isWriting, setIsWriting] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const discussion = discussionState?.discussion ?? null;
  const isStaff = discussion !== null && discussion.as !== 'trainee';
  const openAppeal = discussion === null ? null : openAppealAt(discussion, place);
  const comments = discussion === null ? [] : commentsAt(discussion, place);
  const appeals = discussion === null ? [] : appealsAt(discussion, place);
  const mayComment = isStaff && place.kind !== 'point';
  const mayAppeal = discussion !== null && mayCostMarks && place.kind !== 'turn' && mayAppealAt(discussion, place);
  // An open appeal has the ruling's button beside it.
  const canRuleHere = onRule !== null && ruleLabel !== undefined && openAppeal === null;
  const close = () => {
    setIsWriting(false);
    trigger.current?.focus();
  };
  const isWholeReport = place.kind === 'report';
  const appealLabel = t(appeals.length > 0 ? 'appeal.again' : isWholeReport ? 'appeal.openTotal' : 'appeal.open');
  const label = mayComment ? t('comment.write') : appealLabel;
  const placeName = isWholeReport ? t(mayComment ? 'comment.whole' : 'appeal.total') : subject;
  return (
    <>
      {comments.length + appeals.length === 0 ? null : (
        <ul>
          {comments.map((comment) =>
            discussionState === null ? null : (
              <CommentItem key={comment.id} comment={comment} discussionState={discussionState} />
            ),
          )}
          {appeals.map((appeal) =>
            discussionState === null ? null : (
              <AppealItem
                key={appeal.id}
                appeal={appeal}
                discussionState={discussionState}
                isStaff={isStaff}
                onRule={onRule}
              />
            ),
          )}
        </ul>
      )}
      {!canRuleHere && !mayComment && !mayAppeal ? null : (
        <div className="mt-6 flex flex-wrap items-center gap-4 print:hidden">
          {canRuleHere ? (
            <Button size="s" className="mr-4" onClick={onRule}>
              {ruleLabel}
            </Button>
          ) : null}
          {mayComment || mayAppeal ? (
            <Button
              ref={trigger}
              kind="bare"
              size="s"
              className={canRuleHere ? undefined : '-ml-8'}
              aria-expanded={isWriting}
              aria-label={t('form.about', { label, about: placeName })}
              onClick={() => setIsWriting(!isWriting)}
            >
              {label}
            </Button>
          ) : null}
        </div>
      )}
      {!isWriting || discussionState === null ? null : isStaff && place.kind !== 'point' ? (
        <TextForm
          draftKey={`comment ${placeKey(place)}`}
          label={t('comment.label')}
          hint={t('comment.hint')}
          saveLabel={t('comment.save')}
          maxCharacters={MAX_COMMENT_CHARACTERS}
          onClose={close}
          onSend={(text) => discussionState.send(sendComment(discussionState.drillId, place, text))}
        />
      ) : isStaff || place.kind === 'turn' ? null : (
        <TextForm
          draftKey={`appeal ${placeKey(place)}`}
          label={t('appeal.label')}
          hint={t('appeal.hint')}
          saveLabel={t('appeal.save')}
          maxCharacters={MAX_APPEAL_CHARACTERS}
          onClose={close}
          onSend={(text) => discussionState.send(sendAppeal(discussionState.drillId, place, text))}
        />
      )}
    </>
  );
};
