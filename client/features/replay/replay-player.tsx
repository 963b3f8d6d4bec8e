import { ChevronLeft, ChevronRight, Link2, Pause, Play } from 'lucide-react';
import { Link } from 'react-router';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { copyText } from '#client/lib/copy-text.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { replayPath } from '#client/lib/reports/replay-path.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ReplayFindings } from './replay-findings.ts';
import { type FindingPlace, findingAt } from './replay-moments.ts';
import { SPEEDS, setPlaying, setSkipsQuiet, setSpeed, stepFinding, stepReply, useReplay } from './replay-store.ts';
import { ReplayTimeline } from './replay-timeline.tsx';

type Props = {
  /** Null: it has neither a report nor an address of a moment. */
  drillId: string | null;
  reportFindings: ReplayFindings;
  findingPlaces: readonly FindingPlace[];
  isReportMissing: boolean;
};

/** The time, and how to move in it. */
export const ReplayPlayer = ({ drillId, reportFindings, findingPlaces, isReportMissing }: Props) => {
  const { t } = useTranslation('replay');
  const isPhone = usePhone();
  return (
    <section
      aria-label={t('player.label')}
      className="flex flex-col gap-6 border-line border-t bg-surface px-16 pt-6 pb-10 max-pane:px-12"
    >
      <ReplayTimeline reportFindings={reportFindings} />
      <div className="flex flex-wrap items-center gap-x-16 gap-y-8 max-pane:gap-x-10">
        <span className="flex items-center gap-4">
          <Button
            kind="bare"
            square
            aria-label={t('player.before')}
            title={`${t('player.before')} ←`}
            onClick={() => stepReply(-1)}
          >
            <ChevronLeft size={18} aria-hidden="true" />
          </Button>
          <PlayButton />
          <Button
            kind="bare"
            square
            aria-label={t('player.next')}
            title={`${t('player.next')} →`}
            onClick={() => stepReply(1)}
          >
            <ChevronRight size={18} aria-hidden="true" />
          </Button>
        </span>
        <CurrentTime />
        {isPhone && drillId !== null ? <CopyLink drillId={drillId} /> : null}
        <SpeedChoice />
        <SkipQuietCheckbox />
        {findingPlaces.length === 0 ? null : (
          <span className="flex items-center gap-6">
            <Button size="s" onClick={() => stepFinding(findingPlaces, -1)}>
              {t('finding.before')}
              <Kbd className="max-pane:hidden">K</Kbd>
            </Button>
            <Button size="s" onClick={() => stepFinding(findingPlaces, 1)}>
              {t('finding.next')}
              <Kbd className="max-pane:hidden">J</Kbd>
            </Button>
          </span>
        )}
        {drillId === null ? null : (
          <CurrentFinding drillId={drillId} findingPlaces={findingPlaces} isReportMissing={isReportMissing} />
        )}
        {isPhone || drillId === null ? null : <CopyLink drillId={drillId} />}
      </div>
    </section>
  );
};

const PlayButton = () => {
  const { t } = useTranslation('replay');
  const isPlaying = useReplay((state) => state.isPlaying);
  const Icon = isPlaying ? Pause : Play;
  return (
    <Button kind="primary" className="w-88" title={t('player.space')} onClick={() => setPlaying(!isPlaying)}>
      <Icon size={14} aria-hidden="true" />
      {t(isPlaying ? 'player.pause' : 'player.play')}
    </Button>
  );
};

/** 3:41 / 12:20. Screen readers skip it: the slider says its own value when it is moved. */
const CurrentTime = () => {
  const at = useReplay((state) => Math.floor(state.at / 1000) * 1000);
  const until = useReplay((state) => state.until);
  return (
    <span className="whitespace-nowrap">
      <b>{clock(at)}</b>
      <span className="text-ink-3"> / {clock(until)}</span>
    </span>
  );
};

const SpeedChoice = () => {
  const { t } = useTranslation('replay');
  const isPhone = usePhone();
  const speed = useReplay((state) => state.speed);
  // A phone has room for one button: each press takes the next speed.
  if (isPhone)
    return (
      <Button
        square
        aria-label={t('player.speedOf', { n: speed })}
        onClick={() => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
      >
        {t('player.times', { n: speed })}
      </Button>
    );
  return (
    <Segmented
      label={t('player.speed')}
      value={String(speed)}
      options={SPEEDS.map((n) => ({ value: String(n), label: t('player.times', { n }) }))}
      onChange={(value) => setSpeed(SPEEDS.find((n) => String(n) === value) ?? 1)}
    />
  );
};

const SkipQuietCheckbox = () => {
  const { t } = useTranslation('replay');
  const skipsQuiet = useReplay((state) => state.skipsQuiet);
  return (
    <label className="flex items-center gap-6 max-pane:min-h-44" title={t('player.skipHint')}>
      <input
        type="checkbox"
        checked={skipsQuiet}
        onChange={(event) => setSkipsQuiet(event.target.checked)}
        className="size-16 shrink-0 accent-accent-solid"
      />
      {t('player.skip')}
    </label>
  );
};

/** The finding of this moment, and the way to what the report says of it. */
type FindingProps = Pick<Props, 'findingPlaces' | 'isReportMissing'> & { drillId: string };
const CurrentFinding = ({ drillId, findingPlaces, isReportMissing }: FindingProps) => {
  const { t } = useTranslation('replay');
  const finding = useReplay((state) => findingAt(findingPlaces, state.at));
  if (isReportMissing) return <span className="min-w-0 flex-1 text-12 text-ink-3">{t('finding.unmarked')}</span>;
  if (finding === null) return <span className="flex-1 max-pane:hidden" />;
  return (
    <span className="cut min-w-0 flex-1 max-pane:basis-full">
      <span className={finding.severity === 'grave' ? 'font-semibold text-bad' : 'font-semibold text-warn'}>
        {t(`finding.${finding.severity}`)}
      </span>{' '}
      <Link to={`/drills/${drillId}/report#${finding.id}`} className="link max-pane:py-12 pointer-coarse:py-12">
        {finding.title}
      </Link>
    </span>
  );
};

const CopyLink = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('replay');
  const isPhone = usePhone();
  const copy = async () => {
    const { at, shownKey } = useReplay.getState();
    const wasCopied = await copyText(new URL(replayPath(drillId, at, shownKey), location.href).href);
    showToast(t(wasCopied ? 'copy.done' : 'copy.failed'), wasCopied ? 'plain' : 'bad');
  };
  return (
    <Button square={isPhone} onClick={() => void copy()}>
      <Link2 size={14} aria-hidden="true" />
      {isPhone ? <span className="sr-only">{t('copy.button')}</span> : t('copy.button')}
    </Button>
  );
};
