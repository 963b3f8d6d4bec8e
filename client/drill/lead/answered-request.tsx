import './strings.ts';
import { clock, marks, money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { LeadJudged, LeadRequest, LeadVerdict } from '#contract/together/leads.ts';
import { RequestFacts } from './request-facts.tsx';

const TONES: Readonly<Partial<Record<LeadVerdict, TagTone>>> = {
  right: 'good',
  'too-little': 'warn',
  'asked-needlessly': 'warn',
  'passed-needlessly': 'warn',
};

/** A request that is over: what was answered, and, once it may be told, what was right and why. */
export const AnsweredRequest = ({ request }: { request: LeadRequest }) => {
  const { t } = useTranslation('lead');
  const { seat, customer, operation, state, answer, judged, askedAt } = request;
  return (
    <Disclosure
      className="border-line border-b"
      head={
        <span className="flex min-w-0 flex-wrap items-center gap-x-8 gap-y-4">
          <span lang="zh-CN" className="min-w-0 wrap-anywhere">
            {t('request.from', { name: seat.name, customer })} · {operation}
          </span>
          <Tag tone={answer === null ? 'warn' : 'accent'}>{answerWords(t, request)}</Tag>
          {answer === null ? null : (
            <span className="text-12 text-ink-3">{t('request.answeredIn', { time: clock(answer.at - askedAt) })}</span>
          )}
          {judged === null ? null : <Tag tone={TONES[judged.verdict] ?? 'bad'}>{t(`verdict.${judged.verdict}`)}</Tag>}
        </span>
      }
    >
      <div className="grid gap-10 px-14 py-10">
        <RequestFacts request={request} />
        {answer === null || answer.words === '' ? null : (
          <blockquote lang="zh-CN" className="border-accent border-l-2 pl-10 wrap-anywhere">
            {answer.words}
          </blockquote>
        )}
        {state === 'void' || judged === null ? null : <Judged judged={judged} />}
      </div>
    </Disclosure>
  );
};

const answerWords = (t: ReturnType<typeof useTranslation<'lead'>>['t'], { state, answer }: LeadRequest): string => {
  if (answer === null) return t(state === 'void' ? 'request.void' : 'request.unanswered');
  return answer.amount === null ? t(`how.${answer.how}`) : t('grantedSum', { sum: money(answer.amount) });
};

const ASPECTS = ['inTime', 'within', 'reasoned'] as const;

const Judged = ({ judged }: { judged: LeadJudged }) => {
  const { t } = useTranslation('lead');
  const { right, amount, why } = judged;
  return (
    <section aria-label={t('judged.title')} className="grid gap-4 bg-soft px-10 py-8">
      <p className="flex flex-wrap items-baseline gap-x-10 gap-y-2">
        <b>
          {amount === null
            ? t('judged.rightIs', { how: t(`how.${right}`) })
            : t('judged.rightSum', { sum: money(amount) })}
        </b>
        <span className="text-ink-2">{t('judged.marks', { n: marks(judged.marks) })}</span>
      </p>
      {why.length === 0 ? (
        right === 'refused' ? (
          <p className="text-ink-2">{t('judged.nothing')}</p>
        ) : null
      ) : (
        <div className="text-ink-2">
          <p>{t(right === 'asked-back' ? 'judged.first' : 'judged.why')}</p>
          <ul lang="zh-CN" className="list-disc pl-18 wrap-anywhere">
            {why.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <ul className="flex flex-wrap gap-6">
        {ASPECTS.map((aspect) => (
          <li key={aspect}>
            <Tag tone={judged[aspect] ? 'good' : 'warn'}>
              {t(`judged.${aspect}`)} {t(judged[aspect] ? 'judged.yes' : 'judged.no')}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
};
