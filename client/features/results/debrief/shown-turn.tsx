import type { ReactNode } from 'react';
import { PlaceTag } from '#client/drill/thread/place-words.tsx';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { ShownTurn } from '#contract/results.ts';
import { Underlined } from './underlined.tsx';

type Props = {
  title: string;
  tone: 'bad' | 'good' | 'plain';
  turn: ShownTurn;
  /** `projector`: large enough for the last row. */
  size?: 'page' | 'projector';
  children?: ReactNode;
};
const HEADS = {
  bad: 'border-t-bad-solid text-bad',
  good: 'border-t-good-solid text-good',
  plain: 'border-t-line-2 text-ink-2',
};

/** What the customer said, what was answered, after how long. Nobody's name. A bubble holds only words somebody said. */
export const ShownTurnCard = ({ title, tone, turn, size = 'page', children }: Props) => {
  const { t } = useTranslation('results');
  const isProjected = size === 'projector';
  return (
    <section className={cx('min-w-0 border-t-4 bg-surface', HEADS[tone].split(' ')[0])}>
      <h3
        className={cx(
          'flex items-baseline justify-between gap-12 border-line border-b px-20 py-8 max-pane:px-14',
          isProjected ? 'text-[clamp(15px,1.15vw,22px)] leading-[1.5]' : 'text-13',
        )}
      >
        <b className={HEADS[tone].split(' ')[1]}>{title}</b>
        {turn.seconds === null || turn.reply === '' ? null : (
          <span className="whitespace-nowrap text-ink-2">{t('turn.after', { part: seconds(turn.seconds) })}</span>
        )}
      </h3>
      <div
        className={cx(
          'flex flex-col gap-10 px-20 py-16 max-pane:px-14 max-pane:py-12',
          isProjected ? 'text-[clamp(16px,1.42vw,28px)] leading-[1.6]' : 'text-14',
        )}
      >
        {turn.customer.some((line) => line !== '') ? (
          <SaidBubble by={t('turn.customer')} place={turn.place}>
            {turn.customer.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a customer may say the same twice
              <p key={index}>{line}</p>
            ))}
          </SaidBubble>
        ) : null}
        {turn.reply === '' ? (
          <p className="text-right font-semibold text-bad">{turn.instead ?? t('turn.silent')}</p>
        ) : (
          <SaidBubble isTrainee by={t('turn.trainee')}>
            <p className="whitespace-pre-wrap">
              <Underlined text={turn.reply} faults={turn.faults} />
            </p>
          </SaidBubble>
        )}
        {children}
      </div>
    </section>
  );
};

type SaidBubbleProps = { by: string; place?: ShownTurn['place'] | undefined; isTrainee?: boolean; children: ReactNode };

const SaidBubble = ({ by, place = undefined, isTrainee = false, children }: SaidBubbleProps) => (
  <div className={cx('flex min-w-0 flex-col gap-2', isTrainee ? 'items-end pl-[8%]' : 'items-start pr-[8%]')}>
    <span className="flex items-center gap-6 text-[max(12px,0.62em)] text-ink-3 leading-[1.4]">
      {by}
      <PlaceTag place={place ?? 'private'} />
    </span>
    <div
      className={cx(
        'min-w-0 rounded-5 px-12 py-6 wrap-anywhere',
        isTrainee ? 'bg-mine' : 'border border-line bg-canvas',
      )}
    >
      {children}
    </div>
  </div>
);
