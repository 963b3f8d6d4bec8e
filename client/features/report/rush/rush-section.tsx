import { Link } from 'react-router';
import { FlagMark } from '#client/drill/shop/flag-mark.tsx';
import { Highlights } from '#client/features/report/links/highlights.tsx';
import { clock, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import { DialPath } from './dial-path.tsx';
import { LoadTable } from './load-table.tsx';
import { LookBack } from './look-back.tsx';
import { RushRow } from './rush-row.tsx';

type Props = { report: Report; drillId: string; drill: DrillSummary | null; isStaffView: boolean };

/** What a rush came to: who came and what became of them, where it broke first, and how the work held under load. */
export const RushSection = ({ report, drillId, drill, isStaffView }: Props) => {
  const { t } = useTranslation('report');
  const { rush } = report;
  if (rush === undefined) return null;
  const isOnPage = (conversation: string) =>
    report.conversations.some((candidate) => candidate.conversation === conversation);
  return (
    <section aria-labelledby="rush">
      <SectionHeader id="rush" title={t('rush.title')} note={t('rush.note', { level: rush.level, n: rush.minutes })} />
      <Panel>
        <p className="text-pretty px-14 pt-12 text-15">{rush.said}</p>
        <Fates rush={rush} />
        {rush.broke === null ? null : <FirstBreak broke={rush.broke} isOnPage={isOnPage} />}
        {rush.handover === undefined ? null : <ShiftHandover handover={rush.handover} />}
        <LoadTable rush={rush} />
        {rush.tone === null ? null : <Tone tone={rush.tone} />}
        <DialPath rush={rush} until={drillEnd(report)} />
        {drill === null || isStaffView ? null : <LookBack drillId={drillId} endedAt={drill.endedAt} />}
      </Panel>
    </section>
  );
};

/** Drill time at which the last conversation was over. */
const drillEnd = ({ conversations, rush }: Report): number =>
  Math.max(60_000, rush?.dial.at(-1)?.at ?? 0, ...conversations.map(({ until }) => until));

const FATES = [
  'served',
  'unordered',
  'lost',
  'escalated',
  'leftDesk',
  'leftMidway',
  'leftQueue',
  'colleague',
  'transferred',
  'handedOver',
  'unserved',
  'open',
] as const;
type Fate = (typeof FATES)[number];
const FATE_COLORS: Record<Fate, string> = {
  served: 'bg-good-solid',
  unordered: 'bg-good-mark',
  lost: 'bg-warn',
  escalated: 'bg-ink-2',
  leftDesk: 'bg-bad-solid',
  // Hatched, so that it isn't taken for the red beside it.
  leftMidway:
    'bg-[repeating-linear-gradient(45deg,var(--color-bad-solid)_0_3px,var(--color-surface)_3px_5px)] outline-1 -outline-offset-1 outline-bad-solid',
  leftQueue: 'bg-warn-solid',
  colleague: 'bg-a2',
  transferred: 'bg-a4',
  handedOver: 'bg-a3',
  unserved: 'bg-line-2',
  open: 'bg-edge',
};

const fatesOf = (rush: RushReport): { kind: Fate; count: number }[] =>
  FATES.map((kind) => ({ kind, count: rush[kind] ?? 0 })).filter(({ count }) => count > 0);

/** Each customer once, as a bar and in figures; and how long the queue was. */
const Fates = ({ rush }: { rush: RushReport }) => {
  const { t } = useTranslation('report');
  const fates = fatesOf(rush);
  return (
    <div className="px-14 pt-10 pb-12 print:break-inside-avoid">
      <div aria-hidden="true" className="flex h-10 gap-1 bg-sunken">
        {fates.map(({ kind, count }) => (
          <span key={kind} className={FATE_COLORS[kind]} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="mt-8 flex flex-wrap gap-x-18 gap-y-4 text-12 text-ink-2">
        {fates.map(({ kind, count }) => (
          <li key={kind} className="flex items-center gap-5 whitespace-nowrap">
            <span aria-hidden="true" className={`size-10 ${FATE_COLORS[kind]}`} />
            {t(`rush.fate.${kind}`)} <b className="text-ink">{count}</b>
          </li>
        ))}
        <li className="ml-auto max-pane:ml-0">
          {rush.queue === null
            ? t('rush.noQueue')
            : t('rush.queue', {
                n: rush.queue.waited,
                mean: seconds(rush.queue.meanS),
                longest: seconds(rush.queue.longestS),
              })}
        </li>
      </ul>
    </div>
  );
};

type FirstBreakProps = { broke: NonNullable<RushReport['broke']>; isOnPage: (conversation: string) => boolean };

/** The first thing that went wrong, and the one thing to do. */
const FirstBreak = ({ broke, isOnPage }: FirstBreakProps) => {
  const { t } = useTranslation('report');
  const { conversation, name, at } = broke.moment;
  const place = t('moments.place', { name, at: clock(at) });
  return (
    <RushRow head={t('rush.broke')}>
      <p lang="zh-CN" className="text-pretty">
        {broke.said}
      </p>
      {isOnPage(conversation) ? (
        <p className="text-12">
          <Link
            to={`?at=${conversation}:${at}`}
            className="link max-pane:inline-block max-pane:py-11 pointer-coarse:inline-block pointer-coarse:py-12"
          >
            {place}
          </Link>
        </p>
      ) : null}
      <p className="mt-4 text-pretty">
        <b>{t('rush.todo')}</b>
        {broke.todo}
      </p>
    </RushRow>
  );
};

/** Who was left at the end of the shift: the note in the trainee's words, and what the next shift has to ask again. */
const ShiftHandover = ({ handover }: { handover: NonNullable<RushReport['handover']> }) => {
  const { t } = useTranslation('report');
  return (
    <RushRow head={t('rush.handover')}>
      <p>{handover.said}</p>
      <ul className="mt-4 grid gap-6">
        {handover.left.map(({ conversation, name, note, flags, missing }) => (
          <li key={conversation} className="wrap-anywhere">
            <b lang="zh-CN">{name}</b>{' '}
            {flags?.map((colour) => (
              <FlagMark key={colour} colour={colour} words={t(`rush.flag.${colour}`)} />
            ))}{' '}
            <span lang={note === '' ? undefined : 'zh-CN'} className={note === '' ? 'text-ink-3' : undefined}>
              {note === '' ? t('rush.noNote') : note}
            </span>
            {missing.map((sentence) => (
              <span key={sentence} className="block text-12 text-warn">
                {sentence}
              </span>
            ))}
          </li>
        ))}
        {handover.noted?.map(({ conversation, name, note, flags }) => (
          <li key={conversation} className="wrap-anywhere">
            <b lang="zh-CN">{name}</b>{' '}
            {flags?.map((colour) => (
              <FlagMark key={colour} colour={colour} words={t(`rush.flag.${colour}`)} />
            ))}{' '}
            <span lang="zh-CN">{note}</span>
          </li>
        ))}
      </ul>
    </RushRow>
  );
};

const Tone = ({ tone }: { tone: NonNullable<RushReport['tone']> }) => {
  const { t } = useTranslation('report');
  return (
    <RushRow head={t('rush.tone')}>
      <p className={tone.flagged ? 'font-semibold text-warn' : undefined}>{tone.said}</p>
      {tone.moments.length === 0 ? null : (
        <p className="mt-2 text-12 text-ink-2">
          <Highlights moments={tone.moments} />
        </p>
      )}
    </RushRow>
  );
};
