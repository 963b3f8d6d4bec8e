import { X } from 'lucide-react';
import { clauses } from '#client/lib/clauses.ts';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { Debrief } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { ReplayButton } from './replay-button.tsx';
import { ShownTurnCard } from './shown-turn.tsx';

type Bookmark = Debrief['marks'][number];
type Props = { run: RunBody; bookmarks: readonly Bookmark[]; onRemove: (bookmarkId: string) => void };

/** Cards of 460 px and more, as many beside each other as there is room for on the projector. */
const CARD_GRID =
  'mx-auto grid w-full max-w-[1760px] grid-cols-[repeat(auto-fit,minmax(min(100%,460px),1fr))] items-start gap-16 px-[clamp(14px,2.2vw,48px)] py-[clamp(14px,1.6vw,32px)]';

/** Replies that the teachers bookmarked during the run, oldest first. No trainee's name: this page is on the projector. */
export const DebriefBookmarks = ({ run, bookmarks, onRemove }: Props) => {
  const { t } = useTranslation('results');
  if (bookmarks.length === 0)
    return <EmptyState className="flex-1" title={t('marks.none')} text={t('marks.noneText')} />;
  return (
    <ul className={CARD_GRID}>
      {bookmarks.map((bookmark) => (
        <BookmarkCard key={bookmark.id} run={run} bookmark={bookmark} onRemove={() => onRemove(bookmark.id)} />
      ))}
    </ul>
  );
};

type CardProps = { run: RunBody; bookmark: Bookmark; onRemove: () => void };

const BookmarkCard = ({ run, bookmark, onRemove }: CardProps) => {
  const { t } = useTranslation('results');
  const { note, text, by, at, turn } = bookmark;
  return (
    <li className="flex min-w-0 flex-col border border-line bg-surface">
      <div className="flex items-center gap-8 px-20 pt-10 pb-8 max-pane:px-14">
        <div className="min-w-0 flex-1">
          {note === '' ? null : (
            <p className="font-semibold text-[clamp(15px,1.15vw,22px)] leading-[1.5] wrap-anywhere">{note}</p>
          )}
          <p className="text-12 text-ink-3">{clauses([by, shortDate(at)])}</p>
        </div>
        <Button kind="bare" square aria-label={t('marks.drop', { note: note === '' ? text : note })} onClick={onRemove}>
          <X size={16} aria-hidden="true" />
        </Button>
      </div>
      {turn === null ? (
        <p className="border-line border-t px-20 py-16 text-[clamp(15px,1.2vw,24px)] leading-[1.6] wrap-anywhere max-pane:px-14">
          {text}
        </p>
      ) : (
        <ShownTurnCard title={t('marks.turn')} tone="plain" turn={turn} size="projector" />
      )}
      <div className="mt-auto border-line border-t px-20 py-10 max-pane:px-14">
        {turn === null ? (
          <p className="text-12 text-ink-3">{t('marks.noTurn')}</p>
        ) : (
          <div className="flex flex-wrap items-center gap-8">
            <ReplayButton run={run} turn={turn.source} />
          </div>
        )}
      </div>
    </li>
  );
};
