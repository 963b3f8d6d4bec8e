import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { Attempt, RetryAttempt, Silence } from '#contract/retries.ts';
import { POINT_LOOKS } from './point-looks.ts';

const COMPARISON_TONES: Record<RetryAttempt['than'], TagTone> = {
  better: 'good',
  same: 'plain',
  worse: 'bad',
  unsure: 'warn',
};

type Props = { title: string; attempt: Attempt; comparison: RetryAttempt['than'] | null };

/** One try of a turn: the words, how fast, what was hit, how the customer took it. */
export const AttemptColumn = ({ title, attempt, comparison }: Props) => {
  const { t } = useTranslation('report');
  const { silence, said, did, questions, faults, reaction } = attempt;
  const isSilent = silence !== null || (said.length === 0 && did.length === 0);
  return (
    <article aria-label={title} className="flex min-w-0 flex-col gap-8 bg-surface px-14 py-10">
      <p className="flex flex-wrap items-center gap-x-8 gap-y-2">
        <b>{title}</b>
        {comparison === null ? null : <Tag tone={COMPARISON_TONES[comparison]}>{t(`retry.than.${comparison}`)}</Tag>}
      </p>
      {isSilent ? (
        <p className="rounded-5 border border-edge border-dashed px-10 py-5 text-ink-2">
          <SilenceText silence={silence} />
        </p>
      ) : null}
      {said.length === 0 && did.length === 0 ? null : (
        <ul className="flex flex-col gap-4">
          {said.map((text, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be said twice, and never move
              key={index}
              lang="zh-CN"
              className="wrap-anywhere whitespace-pre-wrap rounded-5 border border-tint-line bg-mine px-10 py-5"
            >
              {text}
            </li>
          ))}
          {did.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same action may be done twice, and never moves
            <li key={index} className="text-12 text-ink-3">
              {t('by.action')}
              {text}
            </li>
          ))}
        </ul>
      )}
      <AttemptVerdict attempt={attempt} isSilent={isSilent} />
      {questions.map(({ question, text, points }) =>
        points.length === 0 ? null : (
          <div key={question}>
            <p lang="zh-CN" className="text-12 text-ink-3">
              {text}
            </p>
            <ul>
              {points.map(({ id, text: point, must, state }) => {
                const { Icon, look } = POINT_LOOKS[state];
                return (
                  <li key={id} className="grid grid-cols-[18px_minmax(0,1fr)]">
                    <Icon size={14} className={`mt-3 ${look}`} aria-hidden="true" />
                    <span>
                      <span className="sr-only">
                        {t(`ledger.point.${state}`)}
                        {t('ledger.colon')}
                      </span>
                      <span lang="zh-CN" className={state === 'missed' ? 'text-ink-3' : undefined}>
                        {point}
                      </span>
                      {must ? null : <span className="text-12 text-ink-3">{t('ledger.bonus')}</span>}
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        ),
      )}
      {faults.length === 0 ? null : (
        <ul>
          {faults.map(({ title: fault, unsure }) => (
            <li key={fault} className={unsure ? 'text-warn' : 'text-bad'}>
              {unsure ? t('retry.doubtful', { fault }) : fault}
            </li>
          ))}
        </ul>
      )}
      {reaction === '' ? null : (
        <p className="wrap-anywhere mt-auto rounded-5 border border-line bg-soft px-10 py-5">
          <span className="text-ink-3">{t('by.customer')}</span>
          <span lang="zh-CN">{reaction}</span>
        </p>
      )}
    </article>
  );
};

/** 没有回复，等了 48 秒，客户走了。 */
const SilenceText = ({ silence }: { silence: Silence | null }) => {
  const { t } = useTranslation('report');
  if (silence === null) return t('retry.silent');
  const { how, nudges } = silence;
  return joined([
    t(`retry.silence.${how}`, { seconds: seconds(silence.seconds) }),
    nudges === 0 ? '' : t('retry.silence.nudged', { count: nudges }),
  ]);
};

/** 偏弱，6 秒: the grade in a word, and how long the words took. */
const AttemptVerdict = ({ attempt, isSilent }: { attempt: Attempt; isSilent: boolean }) => {
  const { t } = useTranslation('report');
  const { grade, unsure } = attempt;
  const gradeKey = unsure ? 'unsure' : (grade ?? 'none');
  const tone = unsure ? 'text-warn' : grade === 'fail' ? 'text-bad' : grade === 'weak' ? 'text-warn' : 'text-ink';
  return (
    <p className="flex flex-wrap gap-x-14 gap-y-2 border-line border-t pt-6 text-ink-2">
      <b className={tone}>{t(`retry.grade.${gradeKey}`)}</b>
      {isSilent || attempt.seconds === null ? null : (
        <span>{t('retry.took', { seconds: seconds(attempt.seconds) })}</span>
      )}
    </p>
  );
};
