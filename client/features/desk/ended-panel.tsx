import { useTranslation } from 'react-i18next';
import { deskExit, type RunPlace, useDrillRun } from '../../lib/drill-run.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { useSeat } from '../../lib/seat-store.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { FootBox } from './foot-box.tsx';

/** In the composer's place when the drill is over: nothing left to send, one thing left to read. */
export const EndedPanel = () => {
  const { t } = useTranslation('desk');
  const why = useDrill((state) => state.view.ended);
  const id = useDrill((state) => state.drillId);
  const run = useDrillRun((state) => state.run);
  if (why === null) return null;
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

/** The seat leads on; the report too where it may be read already. */
const RunEnded = ({ run, id }: Props) => {
  const { t } = useTranslation('desk');
  const why = useDrill((state) => state.view.ended) ?? 'finished';
  const readable = useSeat((state) => state.body?.reports.some((report) => report.drill === id) === true);
  const later = useSeat((state) => state.body?.waitsForPublishing === true);
  const because = t(`ended.because.${why}`);
  return (
    <FootBox
      title={t(why === 'time' ? 'ended.bell' : 'ended.title')}
      text={readable ? t('ended.why', { why: because }) : later ? t('ended.later', { why: because }) : because}
    >
      {readable ? (
        <ButtonLink size="l" to={`/drills/${encodeURIComponent(id)}/report`}>
          {t('ended.report')}
        </ButtonLink>
      ) : null}
      <ButtonLink kind="primary" size="l" {...deskExit(run, id)}>
        {t('toSeat')}
      </ButtonLink>
    </FootBox>
  );
};

/** Answered or not, the eyes go to the board; a redo has no report. */
const RedoEnded = ({ run, id }: Props) => {
  const { t } = useTranslation('desk');
  const handedIn = useDrill(({ view }) =>
    Object.values(view.conversations).some((one) =>
      one.items.some((item) => item.kind === 'trainee' && view.beganAt !== null && item.at >= view.beganAt),
    ),
  );
  return (
    <FootBox title={t(handedIn ? 'redo.done' : 'redo.missed')} text={t(handedIn ? 'redo.doneText' : 'redo.missedText')}>
      <ButtonLink kind="primary" size="l" {...deskExit(run, id)}>
        {t('toSeat')}
      </ButtonLink>
    </FootBox>
  );
};
