import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { OwnQuestion, OwnQuestionsBody } from '#contract/practice/own-questions.ts';

export type Names = Pick<OwnQuestionsBody, 'topics' | 'shops'>;
type Props = { question: OwnQuestion; names: Names; before?: OwnQuestion | null; line?: string; aside?: ReactNode };

/** A question as the bank has it: what it is of, its stem, its options with the right ones marked, and why. */
export const QuestionItem = ({ question, names, before = null, line, aside }: Props) => {
  const { t } = useTranslation('own-questions');
  const said = useTranslation('questions').t;
  const { id, kind, level, topic, shop, stem, why, basis } = question;
  const topicName = names.topics.find((one) => one.id === topic)?.name ?? t('question.general');
  const shopName = names.shops.find((one) => one.id === shop)?.name;
  return (
    <div className="flex min-w-0 items-start gap-12">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-8 gap-y-2 text-12 text-ink-3">
          <Tag>{said(`kind.${kind}`)}</Tag>
          {line === undefined ? null : <span>{line}</span>}
          <span>{[topicName, shopName, t('question.level', { n: level })].filter(Boolean).join(' · ')}</span>
          <code className="break-all font-mono">{id}</code>
        </p>
        <p lang="zh-CN" className="mt-4 whitespace-pre-line break-words font-semibold">
          {stem}
        </p>
        <Key question={question} />
        <p lang="zh-CN" className="mt-4 whitespace-pre-line break-words text-12 text-ink-2">
          {t('question.why', { text: why })}
        </p>
        <p lang="zh-CN" className="break-words text-12 text-ink-3">
          {t('question.basis', { text: basis })}
        </p>
        {before === null ? null : <Before before={before} />}
      </div>
      {aside}
    </div>
  );
};

/** The right option has a mark, not its colour alone. */
const Key = ({ question: { kind, options, right, figure, unit, tolerance } }: { question: OwnQuestion }) => {
  const { t } = useTranslation('own-questions');
  if (kind === 'calculate')
    return (
      <p className="mt-4 text-good">
        {t('question.figure', { figure: String(figure), unit })}
        <span className="ml-8 text-12 text-ink-3">{t('question.within', { tolerance: String(tolerance) })}</span>
      </p>
    );
  if (kind === 'judge')
    return <p className="mt-4 text-good">{t(right[0] === 0 ? 'question.right' : 'question.wrong')}</p>;
  return (
    <ol
      lang="zh-CN"
      className={cx(
        'mt-4 grid gap-x-16 gap-y-2 max-pane:grid-cols-1',
        kind === 'order' ? 'grid-cols-1' : 'grid-cols-2',
      )}
    >
      {options.map((option, place) => {
        const isRight = kind !== 'order' && right.includes(place);
        return (
          <li key={option} className={cx('flex min-w-0 gap-6', isRight ? 'text-good' : 'text-ink-2')}>
            <span className="tabular-nums">{kind === 'order' ? `${place + 1}.` : `${'ABCDEF'[place]}.`}</span>
            <span className="min-w-0 break-words">{option}</span>
            {isRight ? <Check size={14} className="mt-4 shrink-0" aria-label={t('question.right')} /> : null}
          </li>
        );
      })}
    </ol>
  );
};

const Before = ({ before }: { before: OwnQuestion }) => {
  const { t } = useTranslation('own-questions');
  return (
    <div className="mt-8 border-line-2 border-l-2 pl-12 text-ink-3">
      <p className="text-12">{t('check.before')}</p>
      <p lang="zh-CN" className="break-words">
        {before.stem}
      </p>
      <Key question={before} />
      <p lang="zh-CN" className="break-words text-12">
        {t('question.why', { text: before.why })}
      </p>
    </div>
  );
};
