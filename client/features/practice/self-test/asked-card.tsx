import { Check, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { SelfTestCard } from '#contract/self-test.ts';
import { Citation } from './citation.tsx';
import { Statement } from './statement.tsx';
import { useArrowKeys } from './use-arrow-keys.ts';

type Props = {
  card: SelfTestCard;
  shop: string;
  scenarios: string | null;
  /** Null: not answered yet. */
  answer: boolean | null;
  isLast: boolean;
  onAnswer: (holds: boolean) => void;
  onNext: () => void;
};

/** A statement with two buttons; once answered, whether it is so and by which card. */
export const AskedCard = ({ card, shop, scenarios, answer, isLast, onAnswer, onNext }: Props) => {
  const { t } = useTranslation('selftest');
  const isPhrase = card.statement.kind === 'phrase';
  const yesLabel = t(isPhrase ? 'answer.send' : 'answer.true');
  const noLabel = t(isPhrase ? 'answer.dont' : 'answer.false');
  const nextButton = useRef<HTMLButtonElement>(null);
  useArrowKeys(answer === null ? onAnswer : null);
  // The two buttons are gone, so the focus moves to the next one. Without this the keyboard focus would be lost.
  useLayoutEffect(() => {
    if (answer !== null) nextButton.current?.focus({ preventScroll: true });
  }, [answer]);
  return (
    <>
      <p className="mt-4 flex flex-wrap items-center gap-8 text-ink-2">
        <Tag tone="line">{t(`kind.${card.statement.kind}`)}</Tag>
        {t(`ask.${card.statement.kind}`)}
      </p>
      <p className={cx('mt-8 min-h-52 text-pretty text-18', isPhrase && 'w-fit rounded-5 bg-mine px-12 py-8 text-15')}>
        <Statement statement={card.statement} />
      </p>
      {answer === null ? (
        <>
          <div className="mt-16 grid grid-cols-2 gap-12 pane:max-w-360">
            <Button size="l" onClick={() => onAnswer(true)}>
              {yesLabel}
            </Button>
            <Button size="l" onClick={() => onAnswer(false)}>
              {noLabel}
            </Button>
          </div>
          <p className="mt-8 text-12 text-ink-3 max-pane:hidden">{t('keys', { what: yesLabel, why: noLabel })}</p>
        </>
      ) : (
        <>
          <div role="status" className="mt-12">
            <p
              className={cx('flex items-center gap-6 font-semibold', answer === card.holds ? 'text-good' : 'text-bad')}
            >
              {answer === card.holds ? <Check size={16} aria-hidden="true" /> : <X size={16} aria-hidden="true" />}
              {t(answer === card.holds ? 'right' : 'wrong')}
              <span className="text-ink">
                {isPhrase ? t(card.holds ? 'truth.send' : 'truth.dont') : t(card.holds ? 'truth.true' : 'truth.false')}
              </span>
            </p>
            {card.because === null ? null : <p className="mt-4 text-pretty">{card.because}</p>}
          </div>
          <Citation basis={card.basis} shop={shop} scenarios={scenarios} />
          <Button ref={nextButton} kind="primary" size="l" className="mt-16" onClick={onNext}>
            {t(isLast ? 'finish' : 'next')}
          </Button>
        </>
      )}
    </>
  );
};
