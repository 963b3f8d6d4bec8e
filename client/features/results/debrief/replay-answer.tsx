import type { ReplayAnswer } from '#client/features/results/model/replay-order.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

type Props = { answer: ReplayAnswer; isChosen: boolean; onChoose: () => void };

/** One answer among the others; a press shows it large. */
export const ReplayAnswerCard = ({ answer, isChosen, onChoose }: Props) => (
  <button
    type="button"
    aria-pressed={isChosen}
    onClick={onChoose}
    className={cx(
      'flex h-full w-full flex-col gap-8 border border-t-4 bg-surface px-14 py-10 text-left hover:border-edge',
      answer.good ? 'border-line border-t-good-solid' : 'border-line border-t-line-2',
      isChosen && 'bg-tint',
    )}
  >
    <span className="text-[clamp(15px,1.15vw,22px)] leading-[1.55] whitespace-pre-wrap wrap-anywhere">
      {answer.text}
    </span>
    <span className="mt-auto">
      <AnswerFigures answer={answer} />
    </span>
  </button>
);

/** 要点 2 / 3，错 1，12 秒，热情: each by its word, colour only beside it. */
export const AnswerFigures = ({ answer, isLarge = false }: { answer: ReplayAnswer; isLarge?: boolean }) => {
  const { t } = useTranslation('results');
  const isFull = answer.of > 0 && answer.covered >= answer.of;
  const isBadTone = answer.tone === 'impatient' || answer.tone === 'hostile' || answer.tone === 'cold';
  return (
    <span
      className={cx(
        'flex flex-wrap gap-x-14 gap-y-2 border-line border-t pt-6 text-ink-2',
        isLarge ? 'text-[clamp(15px,1.25vw,24px)] leading-[1.5]' : 'text-[clamp(13px,0.9vw,17px)] leading-[1.5]',
      )}
    >
      {answer.good ? <b className="text-good">{t('redo.good')}</b> : null}
      {answer.of === 0 ? null : (
        <span className={isFull ? 'text-good' : undefined}>
          {t('redo.points', { n: answer.covered, of: answer.of })}
        </span>
      )}
      {answer.wrong === 0 ? null : <b className="text-bad">{t('redo.wrong', { n: answer.wrong })}</b>}
      <span>{seconds(answer.seconds)}</span>
      <span className={isBadTone ? 'text-bad' : undefined}>
        {t(`tone.${answer.tone}`, { defaultValue: answer.tone })}
      </span>
    </span>
  );
};
