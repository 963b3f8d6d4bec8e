import { Armchair, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ReplayAnswer } from '#client/features/results/model/replay-order.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { RunBody } from '#contract/runs.ts';
import { AnswerFigures } from './replay-answer.tsx';

type Props = { run: RunBody; answer: ReplayAnswer; onClose: () => void };

/** The answer that is talked about: as large as the picks, above the others. Esc puts it back. */
export const EnlargedAnswer = ({ run, answer, onClose }: Props) => {
  const { t } = useTranslation('results');
  const box = useRef<HTMLElement>(null);
  // Once only: the board is loaded again every two seconds, and a scroll each time would move the page from its reader.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code === 'Escape' && !event.defaultPrevented && !event.isComposing) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <section
      ref={box}
      aria-label={t('redo.large')}
      className="border-2 border-accent-solid bg-surface px-24 py-16 max-pane:px-14"
    >
      <div className="flex items-start gap-12">
        <p className="min-w-0 flex-1 text-[clamp(20px,2vw,40px)] leading-[1.5] whitespace-pre-wrap wrap-anywhere">
          {answer.text}
        </p>
        {/* Whose it is stays off the projector: neither the label nor the address has a name. */}
        <Link
          to={`/runs/${run.id}/wall?seat=${encodeURIComponent(answer.seat)}`}
          aria-label={t('redo.seat')}
          title={t('redo.seat')}
          className="grid size-30 shrink-0 place-items-center rounded-5 text-ink-3 hover:bg-sunken max-pane:size-44"
        >
          <Armchair size={16} aria-hidden="true" />
        </Link>
        <Button kind="bare" square aria-label={t('redo.small')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </Button>
      </div>
      {answer.reaction === '' ? null : (
        <p className="mt-8 text-[clamp(15px,1.25vw,24px)] text-ink-2 leading-[1.5] wrap-anywhere">
          <b className="mr-8">{t('redo.reaction')}</b>
          {answer.reaction}
        </p>
      )}
      <div className="mt-10">
        <AnswerFigures answer={answer} isLarge />
      </div>
    </section>
  );
};
