import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { SelfTest } from '#contract/self-test.ts';
import { answersIn } from './answers.ts';
import { AskedCard } from './asked-card.tsx';
import { Result } from './result.tsx';

type Props = { test: SelfTest; scenarios: string | null };

/**
 * One card after the other. The answers are kept in this entry of the browser's history alone: they are still there
 * after a look at a shop card, and gone when the tab is closed.
 */
export const FiveCards = ({ test, scenarios }: Props) => {
  const { t } = useTranslation('selftest');
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const { given, at } = answersIn(state, test.cards.length);
  const head = useRef<HTMLHeadingElement>(null);
  const card = test.cards[at];
  const go = (next: { given: readonly boolean[]; at: number }) =>
    navigate(`${pathname}${search}`, { replace: true, preventScrollReset: true, state: next });

  // The next card is read from its beginning; the first page keeps its own focus.
  const previousIndex = useRef(at);
  useEffect(() => {
    if (previousIndex.current !== at) head.current?.focus();
    previousIndex.current = at;
  }, [at]);

  return (
    <Panel>
      <header className="border-line border-b px-24 pt-16 pb-12 max-pane:px-14">
        <h1 className="font-semibold text-18">{t('title', { name: test.shop.name })}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      <div className="px-24 py-16 max-pane:px-14">
        <h2
          ref={head}
          tabIndex={-1}
          className={cx(
            'focus-visible:outline-none',
            card === undefined ? 'font-semibold text-15' : 'text-12 text-ink-3',
          )}
        >
          {card === undefined
            ? t('result', {
                of: test.cards.length,
                right: given.filter((answer, index) => answer === test.cards[index]?.holds).length,
              })
            : t('at', { at: at + 1, of: test.cards.length })}
        </h2>
        {card === undefined ? (
          <Result test={test} answers={given} scenarios={scenarios} />
        ) : (
          <AskedCard
            key={at}
            card={card}
            shop={test.shop.id}
            scenarios={scenarios}
            answer={given[at] ?? null}
            isLast={at === test.cards.length - 1}
            onAnswer={(answer) => go({ given: [...given, answer], at })}
            onNext={() => go({ given, at: at + 1 })}
          />
        )}
      </div>
    </Panel>
  );
};
