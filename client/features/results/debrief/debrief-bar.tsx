import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { DebriefView } from '#client/features/results/model/use-debrief-place.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';

type Props = {
  pickCount: number;
  bookmarkCount: number;
  view: DebriefView;
  index: number;
  onView: (view: DebriefView) => void;
  onGo: (index: number) => void;
};

/** Chooses one pick, all picks or the teacher's bookmarks, and steps from pick to pick. */
export const DebriefBar = ({ pickCount, bookmarkCount, view, index, onView, onGo }: Props) => {
  const { t } = useTranslation('results');
  return (
    <div className="flex min-h-48 flex-wrap items-center gap-12 border-line border-b bg-surface px-16 py-8 max-pane:px-14">
      <h2 className="sr-only">{t('debrief.title')}</h2>
      <Segmented
        label={t('debrief.view')}
        value={view}
        options={[
          { value: 'one', label: t('debrief.one') },
          { value: 'all', label: t('debrief.all') },
          { value: 'marks', label: t('debrief.marks', { n: bookmarkCount }) },
        ]}
        onChange={onView}
      />
      <span className="text-12 text-ink-3 max-pane:hidden">{t('debrief.nameless')}</span>
      {view !== 'one' || pickCount === 0 ? null : (
        <div className="ml-auto flex items-center gap-8">
          <span className="flex items-center gap-4 text-12 text-ink-3 max-pane:hidden">
            <Kbd>←</Kbd>
            <Kbd>→</Kbd>
            {t('debrief.keys', { n: pickCount })}
          </span>
          <Button square aria-label={t('debrief.previous')} disabled={index === 0} onClick={() => onGo(index - 1)}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
          <span aria-live="polite" className="min-w-40 text-center">
            {index + 1} / {pickCount}
          </span>
          <Button
            square
            aria-label={t('debrief.next')}
            disabled={index >= pickCount - 1}
            onClick={() => onGo(index + 1)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  );
};
