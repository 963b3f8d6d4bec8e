import { useState } from 'react';
import { clauses } from '#client/lib/clauses.ts';
import { dueWords } from '#client/lib/due-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { JoinBody } from '#contract/runs.ts';
import { ConfirmSeat } from './confirm-seat.tsx';
import { NameEntry } from './name-entry.tsx';
import { RosterGrid, type RosterSeat } from './roster-grid.tsx';

type Props = { code: string; body: JoinBody; reload: () => void };

/** A contest and an exam of parts have homework's window, and aren't called so. */
const dueKey = ({ contest, parts }: JoinBody['run']) => {
  if (contest !== undefined) return 'contestDue';
  return parts === undefined ? 'homework.due' : 'examDue';
};

/** Names the run and lets the trainee choose who they are in it. */
export const SeatPicker = ({ code, body, reload }: Props) => {
  const { t } = useTranslation('join');
  const [chosenSeat, setChosenSeat] = useState<RosterSeat | null>(null);
  const { run, roster, walkIn } = body;
  return (
    <div className="mx-auto max-w-[920px]">
      <h1 className="font-semibold text-18">{run.name}</h1>
      <p className="text-balance text-ink-2">
        {clauses([
          run.className,
          run.homework === undefined
            ? t(`mode.${run.mode}`)
            : t(dueKey(run), { due: dueWords(run.homework.dueAt, Date.now()) }),
        ])}
      </p>
      {run.locked ? (
        <Notice tone="warn" className="mt-12">
          {t('locked')}
        </Notice>
      ) : null}
      {roster.length === 0 ? null : (
        <section aria-labelledby="roster" className="mt-16">
          <SectionHeader id="roster" title={t('pick.title')} note={t('pick.note')} isFirst />
          <RosterGrid roster={roster} onChoose={setChosenSeat} />
        </section>
      )}
      {walkIn || roster.length === 0 ? (
        <Panel className="mt-16 max-w-[440px] px-16 py-14 max-pane:px-14">
          <NameEntry
            code={code}
            hasRoster={roster.length > 0}
            mayMove={run.homework !== undefined && run.contest === undefined && run.parts === undefined}
          />
        </Panel>
      ) : null}
      {chosenSeat === null ? null : (
        <ConfirmSeat
          code={code}
          seat={chosenSeat}
          className={run.className}
          onBack={() => {
            setChosenSeat(null);
            reload();
          }}
        />
      )}
    </div>
  );
};
