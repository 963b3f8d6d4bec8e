import type { ReactNode } from 'react';
import { poorTurnKind, wordingKind } from '#client/features/results/model/pick-kinds.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Debrief } from '#contract/results.ts';
import { Underlined } from './underlined.tsx';

type Pick = Debrief['picks'][number];

/** All picks on one screen; a press shows one by itself. */
export const DebriefOverview = ({ picks, onGo }: { picks: readonly Pick[]; onGo: (index: number) => void }) => (
  <ol className="mx-auto grid w-full max-w-[1760px] flex-1 grid-cols-[repeat(auto-fit,minmax(300px,1fr))] content-start gap-16 px-[clamp(14px,2.2vw,48px)] py-[clamp(14px,1.6vw,32px)]">
    {picks.map((pick, index) => (
      <li key={pick.code} className="min-w-0">
        <PickCard pick={pick} number={index + 1} onOpen={() => onGo(index)} />
      </li>
    ))}
  </ol>
);

const PickCard = ({ pick, number, onOpen }: { pick: Pick; number: number; onOpen: () => void }) => {
  const { t } = useTranslation('results');
  const betterReply = pick.good?.reply ?? pick.poor.better;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex h-full w-full flex-col gap-12 border border-line border-t-4 border-t-accent-solid bg-surface px-20 py-16 text-left text-[clamp(14px,1.15vw,22px)] leading-[1.6] hover:border-edge hover:border-t-accent-solid"
    >
      <span className="font-semibold text-[1.35em] leading-[1.35]">
        <span className="mr-[0.4em] text-ink-3">{number}</span>
        {pick.title}
      </span>
      <span className="text-ink-2">{t('debrief.of', { n: pick.seats, of: pick.of })}</span>
      {pick.poor.customer.some((line) => line !== '') ? (
        <OverviewQuote head={t('turn.customer')} tone="text-ink-3">
          {pick.poor.customer.join('\n')}
        </OverviewQuote>
      ) : null}
      {pick.poor.reply === '' ? (
        <span className="font-semibold text-bad">{pick.poor.instead ?? t('turn.silent')}</span>
      ) : (
        <OverviewQuote head={t(`debrief.${poorTurnKind(pick)}`)} tone="text-bad">
          <Underlined text={pick.poor.reply} faults={pick.poor.faults} />
        </OverviewQuote>
      )}
      {betterReply === null ? null : (
        <OverviewQuote head={t(`debrief.${pick.good !== null ? 'good' : wordingKind(pick)}`)} tone="text-good">
          {betterReply}
        </OverviewQuote>
      )}
      {pick.advice === '' ? null : (
        <span className="mt-auto border-line border-t pt-10 font-semibold">{pick.advice}</span>
      )}
    </button>
  );
};

const OverviewQuote = ({ head, tone, children }: { head: string; tone: string; children: ReactNode }) => (
  <span className="block min-w-0">
    <span className={`block text-[max(12px,0.78em)] ${tone}`}>{head}</span>
    <span className="block whitespace-pre-line wrap-anywhere">{children}</span>
  </span>
);
