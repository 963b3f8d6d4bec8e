import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clauses } from '#client/lib/clauses.ts';
import { shortDate } from '#client/lib/format.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { Debrief } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { ReplayButton } from './replay-button.tsx';
import { Turn } from './shown-turn.tsx';

type Mark = Debrief['marks'][number];
type Props = { run: RunBody; marks: readonly Mark[]; onDrop: (mark: string) => void };

/** What the staff marked while it happened, oldest first. The name isn't shown: this is on the projector. */
export const DebriefBookmarks = ({ run, marks, onDrop }: Props) => {
  const { t } = useTranslation('results');
  if (marks.length === 0) return <EmptyState className="flex-1" title={t('marks.none')} text={t('marks.noneText')} />;
  return (
    <ul className="mx-auto grid w-full max-w-[1760px] grid-cols-[repeat(auto-fit,minmax(min(100%,460px),1fr))] items-start gap-16 px-[clamp(14px,2.2vw,48px)] py-[clamp(14px,1.6vw,32px)]">
      {marks.map((mark) => (
        <li key={mark.id} className="flex min-w-0 flex-col border border-line bg-surface">
          <div className="flex items-center gap-8 px-20 pt-10 pb-8 max-pane:px-14">
            <div className="min-w-0 flex-1">
              {mark.note === '' ? null : (
                <p className="font-semibold text-[clamp(15px,1.15vw,22px)] leading-[1.5] wrap-anywhere">{mark.note}</p>
              )}
              <p className="text-12 text-ink-3">{clauses([mark.by, shortDate(mark.at)])}</p>
            </div>
            <Button
              kind="bare"
              square
              aria-label={t('marks.drop', { note: mark.note === '' ? mark.text : mark.note })}
              onClick={() => onDrop(mark.id)}
            >
              <X size={16} aria-hidden="true" />
            </Button>
          </div>
          {mark.turn === null ? (
            <p className="border-line border-t px-20 py-16 text-[clamp(15px,1.2vw,24px)] leading-[1.6] wrap-anywhere max-pane:px-14">
              {mark.text}
            </p>
          ) : (
            <Turn title={t('marks.turn')} tone="plain" turn={mark.turn} big />
          )}
          <div className="mt-auto border-line border-t px-20 py-10 max-pane:px-14">
            {mark.turn === null ? (
              <p className="text-12 text-ink-3">{t('marks.noTurn')}</p>
            ) : (
              <div className="flex flex-wrap items-center gap-8">
                <ReplayButton run={run} turn={mark.turn.source} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};
