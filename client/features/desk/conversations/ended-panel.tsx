import {
  deskExit,
  type NextStep,
  type Retry,
  type RunPlace,
  TURN_ATTEMPT_MS,
  useDrillRun,
  useNextStep,
} from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { retryAddress } from '#client/lib/reports/retry-address.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { AgainButton } from './again-button.tsx';
import { FootBox } from './foot-box.tsx';

const SECOND_MS = 1000;

/** Stands in the composer's place when the drill is over: nothing can be sent, and the next step is the report. */
export const EndedPanel = () => {
  const { t } = useTranslation('desk');
  const endReason = useDrill((state) => state.view.endReason);
  const drillId = useDrill((state) => state.drillId);
  const run = useDrillRun((state) => state.run);
  const retry = useDrillRun((state) => state.retry);
  const reasonText = useReasonText();
  if (endReason === null) return null;
  if (retry !== null) return <RetryEnded retry={retry} />;
  if (run?.redo === true) return <ReplayTaskEnded run={run} drillId={drillId} />;
  if (run !== null) return <RunEnded run={run} drillId={drillId} />;
  return (
    <FootBox title={t('ended.title')} text={t('ended.why', { why: reasonText ?? '' })}>
      <ButtonLink kind="primary" size="l" to={`/drills/${encodeURIComponent(drillId)}/report`}>
        {t('ui:seeReport')}
      </ButtonLink>
    </FootBox>
  );
};

type Props = { run: RunPlace; drillId: string };

/** After a run's drill: a button to the seat or to the next drill it calls for, and to the report if it may be read already. */
const RunEnded = ({ run, drillId }: Props) => {
  const { t } = useTranslation('desk');
  const endReason = useDrill((state) => state.view.endReason) ?? 'finished';
  const isReadable = useSeat((state) => state.body?.reports.some((report) => report.drill === drillId) === true);
  const waitsForPublishing = useSeat((state) => state.body?.waitsForPublishing === true);
  const nextStep = useNextStep(drillId);
  const reasonText = useReasonText() ?? '';
  const isBell = !useHasHandedOver() && endReason === 'time';
  const endText = isReadable
    ? t('ended.why', { why: reasonText })
    : waitsForPublishing
      ? t('ended.later', { why: reasonText })
      : reasonText;
  return (
    <FootBox title={t(isBell ? 'ended.bell' : 'ended.title')} text={useNextStepText(nextStep) ?? endText}>
      {isReadable ? (
        <ButtonLink size="l" to={`/drills/${encodeURIComponent(drillId)}/report`}>
          {t('ui:seeReport')}
        </ButtonLink>
      ) : null}
      <NextStepButton run={run} drillId={drillId} nextStep={nextStep} />
    </FootBox>
  );
};

/** Whether the handover of a shift that was over ended the drill before its time was up (RULES M130). */
const useHasHandedOver = (): boolean =>
  useDrill(({ view: { rush, endedAt } }) => endedAt !== null && endedAt < (rush?.handoverUntil ?? 0));

/** Why the drill ended; of a rush that ended early, that nobody else was to come. Null while it runs. */
const useReasonText = (): string | null => {
  const { t } = useTranslation('desk');
  const endReason = useDrill((state) => state.view.endReason);
  const rush = useDrill((state) => state.view.rush);
  const leftMs = useDrill(({ view }) =>
    view.rush === null ? 0 : view.rush.endsAt - (view.endedAt ?? view.rush.endsAt),
  );
  const hasHandedOver = useHasHandedOver();
  if (endReason === null) return null;
  if (hasHandedOver) return t('ended.because.shiftOver');
  if (rush === null || endReason !== 'finished' || leftMs < SECOND_MS) return t(`ended.because.${endReason}`);
  // The drill’s clock drops what is behind its last second: what is left up to the end is counted against what it shows.
  return t('ended.because.everybodyServed', {
    minutes: rush.opened.minutes,
    left: clock(Math.ceil(leftMs / SECOND_MS) * SECOND_MS),
  });
};

/** Whether the trainee sent anything since 开始. */
const useHasAnswered = (): boolean =>
  useDrill(({ view }) =>
    Object.values(view.conversations).some((conversation) =>
      conversation.items.some(
        (item) =>
          (item.kind === 'trainee' || item.kind === 'action') && view.beganAt !== null && item.at >= view.beganAt,
      ),
    ),
  );

/** A button back to the report, at this turn: the report shows all its attempts side by side. */
const RetryEnded = ({ retry }: { retry: Retry }) => {
  const { t } = useTranslation('desk');
  const hasAnswered = useHasAnswered();
  const keyPrefix = retry.since === null ? 'retry' : 'silence';
  return (
    <FootBox
      title={t(hasAnswered ? `${keyPrefix}.done` : `${keyPrefix}.missed`)}
      text={t(hasAnswered ? 'retry.doneText' : 'retry.missedText')}
    >
      <ButtonLink kind="primary" size="l" to={retryAddress(retry)}>
        {t('retry.look')}
      </ButtonLink>
    </FootBox>
  );
};

/**
 * After a replay task, answered or not: trainees look at the board next, since there is no report. Later drills of the
 * run call from here too.
 */
const ReplayTaskEnded = ({ run, drillId }: Props) => {
  const { t } = useTranslation('desk');
  const hasAnswered = useHasAnswered();
  const nextStep = useNextStep(drillId);
  const endText = t(hasAnswered ? 'redo.doneText' : 'redo.missedText');
  return (
    <FootBox title={t(hasAnswered ? 'redo.done' : 'redo.missed')} text={useNextStepText(nextStep) ?? endText}>
      <NextStepButton run={run} drillId={drillId} nextStep={nextStep} />
    </FootBox>
  );
};

/** The text for the next drill; null: none. It replaces the status text, so that screen readers read it as well. */
const useNextStepText = (nextStep: NextStep | null): string | null => {
  const { t } = useTranslation('desk');
  if (nextStep === null) return null;
  if (nextStep.kind === 'again') return t('call.again', { n: nextStep.attemptsLeft });
  return nextStep.kind === 'redo' ? t('call.redo', { n: TURN_ATTEMPT_MS / 1000 }) : t('call.serving');
};

/** The button for the next step. */
const NextStepButton = ({ run, drillId, nextStep }: Props & { nextStep: NextStep | null }) => {
  const { t } = useTranslation('desk');
  if (nextStep?.kind === 'again') return <AgainButton run={run} />;
  const exit =
    nextStep === null
      ? deskExit({ run, retry: null }, drillId)
      : { to: `/drills/${encodeURIComponent(nextStep.drill)}` };
  return (
    <ButtonLink kind="primary" size="l" {...exit}>
      {t(nextStep === null ? 'toSeat' : nextStep.kind === 'redo' ? 'call.toRedo' : 'call.toServing')}
    </ButtonLink>
  );
};
