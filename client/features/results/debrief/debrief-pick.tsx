import { poorTurnKind, wordingKind } from '#client/features/results/model/pick-kinds.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Debrief } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { ReplayButton } from './replay-button.tsx';
import { ShownTurnCard } from './shown-turn.tsx';

type Pick = Debrief['picks'][number];

/** One fault of the class, in type that the last row can read. */
export const DebriefPick = ({ run, pick, number }: { run: RunBody; pick: Pick; number: number }) => {
  const { t } = useTranslation('results');
  const { poor, good } = pick;
  return (
    <article className="mx-auto flex w-full max-w-[1760px] flex-1 flex-col gap-16 px-[clamp(14px,2.2vw,48px)] py-[clamp(14px,1.6vw,32px)]">
      <header className="flex flex-wrap items-center gap-x-20 gap-y-10">
        <h3 className="min-w-0 flex-1 basis-260 text-balance font-semibold text-[clamp(22px,2.2vw,42px)] leading-[1.3]">
          <span className="mr-[0.4em] text-ink-3">{number}</span>
          {pick.title}
          <span className="ml-[0.6em] whitespace-nowrap font-normal text-[0.6em] text-ink-2">
            {t('debrief.of', { n: pick.seats, of: pick.of })}
          </span>
        </h3>
        <ReplayButton run={run} turn={poor.source} isMain />
      </header>
      <div className="grid grid-cols-2 items-stretch gap-16 max-pane:grid-cols-1">
        <ShownTurnCard title={t(`debrief.${poorTurnKind(pick)}`)} tone="bad" turn={poor} size="projector">
          {poor.why === '' ? null : <Reason head={t('debrief.why')} text={poor.why} />}
          {good === null || poor.better === null ? null : <Reason head={t('debrief.should')} text={poor.better} />}
        </ShownTurnCard>
        {good === null ? (
          <Wording kind={wordingKind(pick)} text={poor.better} />
        ) : (
          <ShownTurnCard title={t('debrief.good')} tone="good" turn={good} size="projector">
            {good.why === '' ? null : <Reason head={t('debrief.whyGood')} text={good.why} />}
          </ShownTurnCard>
        )}
      </div>
      {pick.advice === '' ? null : (
        <section className="border-accent-solid border-l-4 bg-surface px-20 py-12 max-pane:px-14">
          <h4 className="text-[clamp(12px,0.95vw,18px)] text-ink-2 leading-[1.5]">{t('debrief.advice')}</h4>
          <p className="text-pretty font-semibold text-[clamp(16px,1.42vw,28px)] leading-[1.5]">{pick.advice}</p>
        </section>
      )}
    </article>
  );
};

const Reason = ({ head, text }: { head: string; text: string }) => (
  <p className="border-line border-t pt-10 text-[0.82em] text-ink-2 leading-[1.6]">
    <b className="mr-8 text-ink">{head}</b>
    {text}
  </p>
);

/** Shown where nobody did this turn well: the wording of the case's author, or the operation to do. */
const Wording = ({ kind, text }: { kind: 'wording' | 'toDo'; text: string | null }) => {
  const { t } = useTranslation('results');
  return (
    <section className="border-t-4 border-t-good-solid bg-surface">
      <h3 className="border-line border-b px-20 py-8 font-semibold text-[clamp(15px,1.15vw,22px)] text-good leading-[1.5] max-pane:px-14">
        {t(`debrief.${kind}`)}
      </h3>
      <div className="px-20 py-16 text-[clamp(16px,1.42vw,28px)] leading-[1.6] max-pane:px-14 max-pane:py-12">
        {kind === 'toDo' ? null : <p className="mb-10 text-[0.82em] text-ink-2">{t('debrief.noPair')}</p>}
        {text === null ? null : (
          <p className="rounded-5 bg-mine px-12 py-6 whitespace-pre-wrap wrap-anywhere">{text}</p>
        )}
      </div>
    </section>
  );
};
