import type { ReactNode } from 'react';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { MINUTE_MS } from '#client/lib/spans.ts';
import { cx } from '#client/ui/cx.ts';
import type { ServerStatus } from '#contract/storage-status.ts';
import { durationText, megabytesText, millisecondsText } from './status-format.ts';

const BYTES_OF_MB = 1_000_000;

/** What runs, how fast it answers, what is left and what it is: four groups, each a row of figures. */
export const StatusFigures = ({ status }: { status: ServerStatus }) => {
  const { t } = useTranslation('status');
  const { seats, sockets, drills, queues, answers, writes, node, version, startedAt, at } = status;
  const time = (ms: number | null) => (ms === null ? t('none') : millisecondsText(ms));
  return (
    <>
      <FigureGroup title={t('now.title')}>
        <StatusFigure name={t('now.seats')} value={seats} />
        <StatusFigure name={t('now.sockets')} value={sockets} />
        <StatusFigure name={t('now.running')} value={drills.running} />
        <StatusFigure name={t('now.standing')} value={drills.standing} />
      </FigureGroup>
      <FigureGroup title={t('speed.title')} note={t('speed.note', { n: answers.count })}>
        <StatusFigure name={t('speed.half')} value={time(answers.p50)} />
        <StatusFigure name={t('speed.most')} value={time(answers.p99)} />
        <StatusFigure
          name={t('speed.write')}
          value={time(writes.p99)}
          {...(status.warnings.includes('disk-slow') ? { tone: 'warn' } : {})}
        />
        <StatusFigure name={t('speed.judge')} value={queues.judge} />
        <StatusFigure name={t('speed.reports')} value={queues.reports} />
      </FigureGroup>
      <DataGroup status={status} />
      {node === null ? null : (
        <FigureGroup title={t('nodes.title')}>
          <StatusFigure name={t('nodes.count')} value={1 + node.others} note={t('nodes.this', { name: node.name })} />
          <StatusFigure
            name={t('nodes.redis')}
            value={t(node.hearsOthers ? 'nodes.heard' : 'nodes.lost')}
            {...(node.hearsOthers ? {} : { tone: 'bad', note: t('nodes.lost-note') })}
          />
        </FigureGroup>
      )}
      <FigureGroup title={t('program.title')}>
        <StatusFigure name={t('program.version')} value={version} />
        <StatusFigure
          name={t('program.uptime')}
          value={durationText((at - startedAt) / MINUTE_MS)}
          note={t('program.since', { at: shortDate(startedAt) })}
        />
      </FigureGroup>
    </>
  );
};

const DataGroup = ({ status: { fault, disk, backup, warnings } }: { status: ServerStatus }) => {
  const { t } = useTranslation('status');
  const { freeMb, trend } = disk;
  const filling = warnings.includes('disk-filling') ? { tone: 'bad' as const } : {};
  return (
    <FigureGroup title={t('data.title')}>
      <StatusFigure
        name={t('data.storing')}
        value={fault === null ? t('data.stores') : t(`data.fault.${fault}`)}
        {...(fault === null ? {} : { tone: fault === 'storage-low' ? 'warn' : 'bad' })}
      />
      <StatusFigure name={t('data.free')} value={freeMb === null ? t('unknown') : megabytesText(freeMb)} {...filling} />
      <StatusFigure
        name={t('data.trend')}
        value={freeMb === null ? t('unknown') : trend === null ? t('data.steady') : megabytesText(trend.mbPerHour)}
        {...(trend === null ? {} : { note: t('data.left', { length: durationText(trend.minutesLeft) }) })}
        {...filling}
      />
      <StatusFigure
        name={t('data.backup')}
        value={backup === null ? t('data.never') : shortDate(backup.at)}
        {...(backup === null
          ? { tone: 'warn' }
          : { note: `${backup.file} · ${megabytesText(backup.bytes / BYTES_OF_MB)}` })}
      />
    </FigureGroup>
  );
};

const FigureGroup = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => (
  <section aria-label={title} className="border-line border-t px-18 py-14 first:border-t-0 max-pane:px-14">
    <div className="mb-8 flex flex-wrap items-baseline gap-x-10">
      <h2 className="font-semibold text-15">{title}</h2>
      {note === undefined ? null : <span className="text-12 text-ink-3">{note}</span>}
    </div>
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-x-18 gap-y-12">{children}</dl>
  </section>
);

const TONES = { warn: 'text-warn', bad: 'text-bad' } as const;

/** One figure with its name above and, where there is one, a note below. Its digits keep their width as they change. */
const StatusFigure = ({
  name,
  value,
  note,
  tone,
}: {
  name: string;
  value: ReactNode;
  note?: string;
  tone?: keyof typeof TONES;
}) => (
  <div className="min-w-0">
    <dt className="text-12 text-ink-3">{name}</dt>
    <dd className={cx('font-semibold text-18 tabular-nums', tone !== undefined && TONES[tone])}>{value}</dd>
    {note === undefined ? null : <dd className="wrap-anywhere text-12 text-ink-3">{note}</dd>}
  </div>
);
