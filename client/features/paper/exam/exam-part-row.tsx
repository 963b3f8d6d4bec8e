import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { SeatPart } from '#contract/exams/parts.ts';

const TONES: Readonly<Record<SeatPart['state'], TagTone>> = {
  ...{ locked: 'line', ready: 'accent', going: 'accent', done: 'good', missed: 'bad' },
};

export const isOpenPart = ({ state }: SeatPart): boolean => state === 'ready' || state === 'going';

/** One part of an exam: how it stands, its minutes and weight. `children`: what can be done with it. */
export const ExamPartRow = ({ part, no, children }: { part: SeatPart; no: number; children: ReactNode }) => {
  const { t } = useTranslation('exams');
  const { kind, state, ms, weight } = part;
  return (
    <li className="flex flex-wrap items-center gap-x-12 gap-y-6 border-line border-b py-10">
      <span className="text-ink-3">{no}</span>
      <b>{t(`part.${kind}`)}</b>
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
      <span className="text-12 text-ink-2">{t('seat.part', { n: Math.round(ms / 60_000), weight })}</span>
      <span className="ml-auto">{children}</span>
    </li>
  );
};
