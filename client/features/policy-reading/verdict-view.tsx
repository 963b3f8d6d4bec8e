import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ReadingVerdict } from '#contract/practice/policy-readings.ts';

const RESULTS = { 0: 'fails', 0.5: 'half', 1: 'passes' } as const;
const COLOURS = { 0: 'text-bad', 0.5: 'text-warn', 1: 'text-good' } as const;
const ICONS = { told: CircleCheck, unsure: CircleAlert, wrong: X, missed: X } as const;
const TONES = { told: 'text-good', unsure: 'text-warn', wrong: 'text-bad', missed: 'text-bad' } as const;

/** What came of the answer: the whole, each sentence, each point, and a model answer. */
export const VerdictView = ({ verdict }: { verdict: ReadingVerdict }) => {
  const { t } = useTranslation('policy-reading');
  const { credit, sentences, points, tone, isLong, isCopied, model } = verdict;
  return (
    <section aria-label={t('verdict')} className="grid gap-14 border-line border-t pt-14">
      <div role="status">
        <p className={cx('font-semibold text-18', COLOURS[credit])}>{t(`result.${RESULTS[credit]}`)}</p>
        <ul className="text-ink-2">
          {tone === null ? null : <li>{t(`tone.${tone}`)}</li>}
          {isLong ? <li>{t('long')}</li> : null}
          {isCopied ? <li>{t('copied')}</li> : null}
        </ul>
      </div>
      <div>
        <h2 className="mb-6 font-semibold text-15">{t('sentences')}</h2>
        <ol className="grid gap-8">
          {sentences.map((sentence) => (
            <Sentence key={sentence.text} sentence={sentence} />
          ))}
        </ol>
      </div>
      <div>
        <h2 className="mb-6 font-semibold text-15">{t('points')}</h2>
        <ul className="grid gap-4">
          {points.map(({ id, says, state }) => {
            const Icon = ICONS[state];
            return (
              <li key={id} className="flex items-start gap-8">
                <Icon size={16} aria-hidden="true" className={cx('mt-2 shrink-0', TONES[state])} />
                <span className="min-w-0">
                  <span lang="zh-CN">{says}</span>{' '}
                  <span className={cx('text-12', TONES[state])}>{t(`state.${state}`)}</span>
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <div>
        <h2 className="mb-6 font-semibold text-15">{t('model')}</h2>
        <p lang="zh-CN" className="border-accent border-l-2 pl-10">
          {model}
        </p>
      </div>
    </section>
  );
};

const Sentence = ({ sentence }: { sentence: ReadingVerdict['sentences'][number] }) => {
  const { t } = useTranslation('policy-reading');
  const { text, tells, wrong, against, redLines, tone } = sentence;
  const isPlain = tells.length + wrong.length + against.length + redLines.length === 0 && tone === null;
  return (
    <li className="border-line border-l-2 pl-10">
      <p lang="zh-CN">{text}</p>
      <ul className="mt-2 grid gap-2 text-12 text-ink-2">
        {isPlain ? <li className="text-ink-3">{t('tellsNothing')}</li> : null}
        {tells.map((point) => (
          <li key={point} className="text-good">
            {t('tells', { point })}
          </li>
        ))}
        {wrong.map((point) => (
          <li key={point} className="text-bad">
            {t('wrong', { point })}
          </li>
        ))}
        {against.map(({ said, title, text: card, surely }) => (
          <li key={said} className={surely ? 'text-bad' : 'text-warn'}>
            {t(surely ? 'against' : 'perhapsAgainst', { said, title, card })}
          </li>
        ))}
        {redLines.map(({ name, said, surely }) => (
          <li key={said}>
            <Tag tone={surely ? 'bad' : 'warn'}>{name}</Tag> {said}
          </li>
        ))}
        {tone === null ? null : <li className="text-bad">{t(`tone.${tone}`)}</li>}
      </ul>
    </li>
  );
};
