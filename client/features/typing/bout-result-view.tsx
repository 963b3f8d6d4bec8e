import { LEAST_RIGHT } from '#client/features/typing/model/bout.ts';
import { type BoutResult, mostFrequent } from '#client/features/typing/model/bout-result.ts';
import { useTypingRecord } from '#client/features/typing/model/typing-record.ts';
import { oneDecimal, percent } from '#client/lib/format.ts';
import { useFirstFocus } from '#client/lib/hooks/use-first-focus.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { TypingTexts } from '#contract/wire/typing.ts';
import { RecordTrend } from './record-trend.tsx';
import { SlipTable } from './slip-table.tsx';

const MOST_SHOWN = 8;

type Props = {
  result: BoutResult;
  /** The best speed before this bout; null: there was none. */
  best: number | null;
  rates: TypingTexts['rates'];
  onAgain: () => void;
  onOther: () => void;
};

/** The end of a bout: the speed, what it says, which characters went wrong, and the way so far. */
export const BoutResultView = ({ result, best, rates, onAgain, onOther }: Props) => {
  const { t } = useTranslation('typing');
  const { record, isKept } = useTypingRecord();
  const head = useFirstFocus<HTMLHeadingElement>();
  // Whoever is still typing presses no button by it.
  const slips = mostFrequent(result.slips, MOST_SHOWN);
  return (
    <>
      {isKept ? null : (
        <Notice tone="warn" className="mb-12">
          {t('record.notKept')}
        </Notice>
      )}
      <Panel className="flex flex-wrap items-center gap-x-28 gap-y-10 px-24 py-18 max-pane:px-14">
        <p>
          <b className="block text-52">{result.speed}</b>
          <span className="text-12 text-ink-3">
            {t('result.accuracy', { accuracy: percent(oneDecimal(result.accuracy * 100)) })}
          </span>
        </p>
        <div className="min-w-240 flex-1">
          <h2 ref={head} tabIndex={-1} className="text-pretty font-semibold text-18 focus-visible:outline-none">
            <span className="sr-only">{t('result.timeUp')} </span>
            {verdict(result.speed, rates, t)}
          </h2>
          <p className="mt-4 text-ink-2">{beside(result, best, t)}</p>
        </div>
      </Panel>
      <div className="mt-16 grid grid-cols-2 gap-16 max-pane:grid-cols-1">
        <Panel>
          <header className="flex items-baseline gap-8 border-line border-b bg-soft px-16 py-8 max-pane:px-14">
            <h3 className="font-semibold text-15">{t('result.slipsTitle')}</h3>
            <span className="text-12 text-ink-3">
              {t('result.slipsCount', { wrong: result.wrong, corrected: result.corrected })}
            </span>
          </header>
          {slips.length === 0 ? (
            <p className="px-16 py-12 max-pane:px-14 text-ink-2">{t('result.noSlips')}</p>
          ) : (
            <SlipTable slips={slips} />
          )}
        </Panel>
        <Panel>
          <header className="border-line border-b bg-soft px-16 py-8 max-pane:px-14">
            <h3 className="font-semibold text-15">{t('record.trendTitle', { n: record.bouts.length })}</h3>
          </header>
          <div className="px-16 py-12 max-pane:px-14">
            <RecordTrend bouts={record.bouts} rates={rates} />
          </div>
        </Panel>
      </div>
      <div className="mt-16 flex flex-wrap gap-12">
        <Button kind="primary" size="l" onClick={onAgain}>
          {t('result.again')}
        </Button>
        <Button size="l" onClick={onOther}>
          {t('other')}
        </Button>
        <ButtonLink kind="bare" size="l" to="/typing">
          {t('result.home')}
        </ButtonLink>
      </div>
    </>
  );
};

type Say = ReturnType<typeof useTranslation<'typing'>>['t'];

/** Against the two figures of the rubric. */
const verdict = (speed: number, rates: Props['rates'], t: Say): string => {
  if (rates === null) return t('result.plain', { n: speed });
  const { pass, excellent } = rates;
  if (speed >= excellent) return t('result.excellent', { excellent });
  return speed >= pass
    ? t('result.pass', { excellent, n: excellent - speed })
    : t('result.below', { pass, n: pass - speed });
};

/** Against the own best. */
const beside = ({ isCounted, speed }: BoutResult, best: number | null, t: Say): string => {
  if (!isCounted) return t('result.tooFew', { n: LEAST_RIGHT });
  if (best === null) return t('result.first');
  if (speed > best) return t('result.newBest', { n: speed - best });
  return speed === best ? t('result.sameBest') : t('result.notBest', { best });
};
