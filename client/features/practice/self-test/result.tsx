import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { selfTestPath } from '#client/features/practice/shop-path.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { SelfTest } from '#contract/self-test.ts';
import { Citation } from './citation.tsx';
import { nextSeed } from './seeds.ts';
import { Statement } from './statement.tsx';

type Props = { test: SelfTest; answers: readonly boolean[]; scenarios: string | null };

/** How many of the five, and the cards behind those that were missed. */
export const Result = ({ test, answers, scenarios }: Props) => {
  const { t } = useTranslation('selftest');
  const rightCount = answers.filter((answer, index) => answer === test.cards[index]?.holds).length;
  return (
    <>
      <p className="mt-2 text-ink-2">{t(rightCount === test.cards.length ? 'allRight' : 'missed')}</p>
      <ol className="mt-12">
        {test.cards.map((card, index) => {
          const isRight = answers[index] === card.holds;
          const Mark = isRight ? Check : X;
          return (
            <li key={JSON.stringify(card.statement)} className="border-line border-t py-10">
              <p className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-8">
                <Mark size={16} className={isRight ? 'mt-2 text-good' : 'mt-2 text-bad'} aria-hidden="true" />
                <span>
                  <span className="sr-only">{t(isRight ? 'right' : 'wrong')}</span>
                  <Statement statement={card.statement} />
                  <span className="ml-8 text-12 text-ink-3">{t(`kind.${card.statement.kind}`)}</span>
                </span>
              </p>
              {isRight ? null : (
                <div className="pl-24">
                  {card.because === null ? null : <p className="mt-4 text-pretty">{card.because}</p>}
                  <Citation basis={card.basis} shop={test.shop.id} scenarios={scenarios} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <div className="mt-8 flex flex-wrap gap-8">
        <ButtonLink kind="primary" size="l" to={selfTestPath(test.shop.id, scenarios, nextSeed(test.seed))}>
          {t('again')}
        </ButtonLink>
        {scenarios === null ? null : (
          <ButtonLink size="l" to={`/start?scenarios=${scenarios}`}>
            {t('toCard')}
          </ButtonLink>
        )}
      </div>
    </>
  );
};
