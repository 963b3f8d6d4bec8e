import { unfilledVariables } from '#client/drill/model/quick-replies.ts';
import { draftMoves } from '#client/features/desk/model/draft-places.ts';
import { dismissNote } from '#client/features/desk/model/drill-send.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { type ComposerState, useWords } from '#client/features/desk/model/use-composer.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

/** Notices above the composer: a reply that came back, gaps not yet filled in, and one begun in another place. */
export const ComposerNotes = ({ conversation, composer }: { conversation: string; composer: ComposerState }) => {
  const { t } = useTranslation('desk');
  const note = useDrill((state) => state.notes[conversation]);
  const gaps = unfilledVariables(useWords(composer.words, (text) => (composer.asking === 'gaps' ? text : '')));
  return (
    <>
      {note === undefined ? null : (
        <Notice
          tone="warn"
          action={
            <Button size="s" onClick={() => dismissNote(conversation)}>
              {t('note.seen')}
            </Button>
          }
        >
          {note.kind === 'spoke-since' ? t('note.spokeSince') : note.message}
        </Notice>
      )}
      {composer.asking === 'place' ? <MovedNote conversation={conversation} composer={composer} /> : null}
      {composer.asking === 'gaps' && gaps.length > 0 ? (
        <Notice
          tone="warn"
          action={
            <span className="flex gap-6">
              <Button size="s" onClick={() => composer.send(true)}>
                {t('gap.anyway')}
              </Button>
              <Button size="s" kind="primary" onClick={composer.selectGap}>
                {t('gap.fill')}
              </Button>
            </span>
          }
        >
          {t('gap.text', { names: listed([...new Set(gaps.map((gap) => gap.text))]) })}
        </Notice>
      ) : null}
    </>
  );
};

/** The customer went to another place while the reply was written: others would read it there, or nobody who was meant. */
const MovedNote = ({ conversation, composer }: { conversation: string; composer: ComposerState }) => {
  const { t } = useTranslation('desk');
  const place = useDrill((state) => state.view.conversations[conversation]?.place);
  const moves = draftMoves(conversation);
  if (moves === null || place === undefined) return null;
  return (
    <Notice
      tone="warn"
      action={
        <span className="flex gap-6">
          <Button size="s" onClick={() => composer.send(true)}>
            {t(`composer.moved.send.${place}`)}
          </Button>
          <Button size="s" kind="primary" onClick={composer.readAgain}>
            {t('composer.moved.change')}
          </Button>
        </span>
      }
    >
      {t(`composer.moved.from.${moves.from}`)}
    </Notice>
  );
};
