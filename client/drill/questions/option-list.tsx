import './strings.ts';
import { Check, X } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { GivenAnswer } from '#contract/questions.ts';
import type { ShownQuestion } from './answer-shown.tsx';

type Props = {
  question: ShownQuestion;
  chosen: readonly number[];
  /** Null: not answered yet. */
  right: GivenAnswer | null;
  isOpen: boolean;
  onChoose: (place: number) => void;
};

/** The options with their letters; once the server has spoken, which were right and which of those chosen were not. */
export const OptionList = ({ question, chosen, right, isOpen, onChoose }: Props) => {
  const { t } = useTranslation('questions');
  const { kind, options } = question;
  const key = right !== null && 'chosen' in right ? right.chosen : null;
  return (
    <ul className="mt-12 flex flex-col gap-8">
      {options.map((option, place) => {
        const turn = chosen.indexOf(place);
        const isChosen = turn >= 0;
        const isRight = key === null ? false : kind === 'order' ? key[turn] === place : key.includes(place);
        const isMissed = key !== null && isChosen && !isRight;
        const Mark = isRight ? Check : X;
        return (
          <li key={option}>
            <button
              type="button"
              aria-pressed={isChosen}
              disabled={!isOpen}
              onClick={() => onChoose(place)}
              className={cx(
                'grid min-h-44 w-full grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-x-10 rounded-5 border px-12 py-8 text-left text-15',
                isRight
                  ? 'border-good-mark bg-good-tint'
                  : isMissed
                    ? 'border-bad bg-bad-tint'
                    : isChosen
                      ? 'border-accent bg-tint'
                      : 'border-line-2 bg-surface',
                isOpen && 'hover:border-edge',
              )}
            >
              <span className="font-semibold text-ink-2">{'ABCDEF'[place]}</span>
              <span lang="zh-CN" className="min-w-0 text-pretty">
                {option}
              </span>
              <span className="flex items-center gap-6 text-12 text-ink-2">
                {kind === 'order' && isChosen ? t('turn', { n: turn + 1 }) : null}
                {isRight || isMissed ? (
                  <>
                    <Mark size={16} aria-hidden="true" className={isRight ? 'text-good' : 'text-bad'} />
                    <span className="sr-only">{t(isRight ? 'right' : 'wrong')}</span>
                  </>
                ) : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
