import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  costs: boolean;
  /** For staff: opens the dialog that rules on the place; null where nothing can be ruled on. */
  rule?: (() => void) | null;
  /** Label of the ruling's own button; left out where the page has that button elsewhere. */
  ruleLabel?: string;
};

/** Comments and appeals at one place of the report, with buttons to add one; the form is closed until pressed. */
export const InlineEditor = ({ place, subject = '', costs, rule = null, ruleLabel }: Props) => {
  const { t } = useTranslation('discussion');
  const discussionState = useDiscussion();
  const [isWriting, setIsWriting] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const discussion = discussionState?.discussion ?? null;
  const speaksAsStaff = discussion?.as === 'staff';
  const open = discussion === null ? null : openAppealAt(discussion, place);
  const comments = discussion === null ? [] : commentsAt(discussion, place);
  const appeals = discussion === null ? [] : appealsAt(discussion, place);
  const mayComment = speaksAsStaff && place.kind !== 'point';
  const mayAppeal = discussion !== null && costs && place.kind !== 'turn' && mayAppealAt(discussion, place);
  // An open appeal has the ruling's button beside it.
  const canRuleHere = rule !== null && ruleLabel !== undefined && open === null;
  const close = () => {
    setIsWriting(false);
    trigger.current?.focus();
  };
  const isWholeReport = place.kind === 'report';
  const disagree = t(appeals.length > 0 ? 'appeal.again' : isWholeReport ? 'appeal.openTotal' : 'appeal.open');
  const label = mayComment ? t('comment.write') : disagree;
  const about = isWholeReport ? t(mayComment ? 'comment.whole' : 'appeal.total') : subject;
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
                staff={speaksAsStaff}
                rule={rule}
              />
            ),
          )}
        </ul>
      )}
      {!canRuleHere && !mayComment && !mayAppeal ? null : (
        <div className="mt-6 flex flex-wrap items-center gap-4 print:hidden">
          {canRuleHere ? (
            <Button size="s" className="mr-4" onClick={rule}>
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
              aria-label={t('form.about', { label, about })}
              onClick={() => setIsWriting(!isWriting)}
            >
              {label}
            </Button>
          ) : null}
        </div>
      )}
      {!isWriting || discussionState === null ? null : speaksAsStaff && place.kind !== 'point' ? (
        <TextForm
          draft={`comment ${placeKey(place)}`}
          label={t('comment.label')}
          hint={t('comment.hint')}
          save={t('comment.save')}
          maxCharacters={MAX_COMMENT_CHARACTERS}
          onClose={close}
          onSend={(text) => discussionState.send(sendComment(discussionState.drill, place, text))}
        />
      ) : speaksAsStaff || place.kind === 'turn' ? null : (
        <TextForm
          draft={`appeal ${placeKey(place)}`}
          label={t('appeal.label')}
          hint={t('appeal.hint')}
          save={t('appeal.save')}
          maxCharacters={MAX_APPEAL_CHARACTERS}
          onClose={close}
          onSend={(text) => discussionState.send(sendAppeal(discussionState.drill, place, text))}
        />
      )}
    </>
  );
};
