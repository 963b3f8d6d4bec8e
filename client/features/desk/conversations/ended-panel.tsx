import { useTranslation } from 'react-i18next';
import {
  type DeskCall,
  deskExit,
  type Retry,
  type RunPlace,
  TURN_ATTEMPT_MS,
  useDeskCall,
  useDrillRun,
} from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { retryAddress } from '#client/lib/reports/retry-address.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { AgainButton } from './again-button.tsx';
import { FootBox } from './foot-box.tsx';

/** Stands in the composer's place when the drill is over: nothing can be sent, and the next step is the report. */
export const EndedPanel = () => {
  const { t } = useTranslation('desk');
  const why = useDrill((state) => state.view.endReason);
  const id = useDrill((state) => state.drillId);
  const run = useDrillRun((state) => state.run);
  const retry = useDrillRun((state) => state.retry);
  if (why === null) return null;
  if (retry !== null) return <RetryEnded retry={retry} />;
  if (run?.redo === true) return <RedoEnded run={run} id={id} />;
  if (run !== null) return <RunEnded run={run} id={id} />;
  return (
    <FootBox title={t('ended.title')} text={t('ended.why', { why: t(`ended.because.${why}`) })}>
      <ButtonLink kind="primary" size="l" to={`/drills/${encodeURIComponent(id)}/report`}>
        {t('ended.report')}
      </ButtonLink>
    </FootBox>
  );
};

type Props = { run: RunPlace; id: string };

/** After a run's drill: a button to the seat or to the next drill it calls for, and to the report if it may be read already. */
const RunEnded = ({ run, id }: Props) => {
  const { t } = useTranslation('desk');
  const why = useDrill((state) => state.view.endReason) ?? 'finished';
  const isReadable = useSeat((state) => state.body?.reports.some((report) => report.drill === id) === true);
  const waitsForPublishing = useSeat((state) => state.body?.waitsForPublishing === true);
  const call = useDeskCall(id);
  const because = t(`ended.because.${why}`);
  const endText = isReadable
    ? t('ended.why', { why: because })
    : waitsForPublishing
      ? t('ended.later', { why: because })
      : because;
  return (
    <FootBox title={t(why === 'time' ? 'ended.bell' : 'ended.title')} text={useCallText(call) ?? endText}>
      {isReadable ? (
        <ButtonLink size="l" to={`/drills/${encodeURIComponent(id)}/report`}>
          {t('ended.report')}
        </ButtonLink>
      ) : null}
      <WayOn run={run} id={id} call={call} />
    </FootBox>
  );
};

/** Whether the trainee sent anything since 开始. */
const useHandedIn = (): boolean =>
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
  const wasHandedIn = useHandedIn();
  const attempt = retry.since === null ? 'retry' : 'silence';
  return (
    <FootBox
      title={t(wasHandedIn ? `${attempt}.done` : `${attempt}.missed`)}
      text={t(wasHandedIn ? 'retry.doneText' : 'retry.missedText')}
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
const RedoEnded = ({ run, id }: Props) => {
  const { t } = useTranslation('desk');
  const wasHandedIn = useHandedIn();
  const call = useDeskCall(id);
  const endText = t(wasHandedIn ? 'redo.doneText' : 'redo.missedText');
  return (
    <FootBox title={t(wasHandedIn ? 'redo.done' : 'redo.missed')} text={useCallText(call) ?? endText}>
      <WayOn run={run} id={id} call={call} />
    </FootBox>
  );
};

/** The text for the next drill; null: none. It replaces the status text, so that screen readers read it as well. */
const useCallText = (call: DeskCall | null): string | null => {
  const { t } = useTranslation('desk');
  if (call === null) return null;
  if (call.kind === 'again') return t('call.again', { n: call.left });
  return call.kind === 'redo' ? t('call.redo', { n: TURN_ATTEMPT_MS / 1000 }) : t('call.serving');
};

/** The button for the next step. */
const WayOn = ({ run, id, call }: Props & { call: DeskCall | null }) => {
  const { t } = useTranslation('desk');
  if (call?.kind === 'again') return <AgainButton run={run} />;
  const exit = call === null ? deskExit({ run, retry: null }, id) : { to: `/drills/${encodeURIComponent(call.drill)}` };
  return (
    <ButtonLink kind="primary" size="l" {...exit}>
      {t(call === null ? 'toSeat' : call.kind === 'redo' ? 'call.toRedo' : 'call.toServing')}
    </ButtonLink>
  );
};
