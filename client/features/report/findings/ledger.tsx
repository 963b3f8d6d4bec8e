import { Link } from 'react-router';
import { useRetries } from '#client/features/report/model/use-retries.ts';
import { useRulings } from '#client/features/report/model/use-rulings.ts';
import { DOUBTS_ID } from '#client/features/report/model/use-section-of-address.ts';
import { InlineEditor } from '#client/features/report/rulings/inline-editor.tsx';
import { RulingLine } from '#client/features/report/rulings/ruling-line.tsx';
import { RushDisclosure } from '#client/features/report/rush/rush-disclosure.tsx';
import { clock, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TFunction } from '#client/lib/messages.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { Report } from '#contract/report.ts';
import { POINT_LOOKS } from './point-looks.ts';

type Question = Report['ledger'][number];
type Point = Question['points'][number];

const GOOD_STATES = ['answered'];
/** States that already say that no answer came. */
const UNANSWERED_STATES = ['unanswered', 'open'];
const BAD_STATES = ['wrong', 'evaded', 'vague', 'unanswered', 'open'];

const toneOf = (state: string): TagTone =>
  GOOD_STATES.includes(state) ? 'good' : BAD_STATES.includes(state) ? 'bad' : 'warn';

/** Points that were said, or perhaps said: of their question nobody says that it was never answered (RULES M110). */
const TOLD_STATES: readonly Point['state'][] = ['covered', 'unsure'];

/** A question answered before it was asked counts 0 s; the text says so and gives no seconds. */
const answerTimeText = ({ seconds: answerS, state, points }: Question, t: TFunction<'report'>): string | null => {
  if (answerS !== null) return answerS === 0 ? t('ledger.ahead') : t('ledger.took', { seconds: seconds(answerS) });
  // The state 没有回答 stands right above, so nothing is added.
  if (UNANSWERED_STATES.includes(state)) return null;
  return t(points.some((point) => TOLD_STATES.includes(point.state)) ? 'ledger.notWhole' : 'ledger.never');
};

/** How many were asked and answered, and how many of these only once the customer had gone (RULES M175). */
const summaryText = (rows: readonly Question[], t: TFunction<'report'>): string => {
  const answeredRows = rows.filter(({ state }) => GOOD_STATES.includes(state));
  const late = answeredRows.filter(({ afterLeaving }) => afterLeaving).length;
  const values = { all: rows.length, answered: answeredRows.length };
  return late === 0 ? t('ledger.summary', values) : t('ledger.summaryLate', { ...values, late });
};

/** 台账: every question asked, with what a good answer held and which of it was said. */
export const Ledger = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const { hiddenWordings } = useRetries();
  if (report.ledger.length === 0) return null;
  const names = new Map(report.conversations.map((conversation) => [conversation.conversation, conversation.name]));
  return (
    <section aria-labelledby="ledger">
      <SectionHeader id="ledger" title={t('ledger.title')} note={t('ledger.note')} />
      <Panel>
        <RushDisclosure report={report} head={summaryText(report.ledger, t)}>
          {report.ledger.map((question) => (
            <article
              key={`${question.conversation} ${question.question} ${question.openedAt}`}
              className="grid grid-cols-[280px_136px_minmax(0,1fr)] gap-x-16 border-line border-b px-16 py-8 last:border-b-0 max-side:grid-cols-[minmax(0,1fr)_auto] max-side:gap-y-4 max-pane:px-14 print:grid-cols-[180px_116px_minmax(0,1fr)] print:break-inside-avoid"
            >
              <div>
                <h3 lang="zh-CN" className="font-semibold">
                  {question.text}
                </h3>
                <p className="text-12 text-ink-3">
                  {t('ledger.asked', { name: names.get(question.conversation) ?? '', at: clock(question.openedAt) })}
                </p>
              </div>
              <div className="max-side:text-right">
                <Tag tone={toneOf(question.state)}>
                  {t(`ledger.state.${question.state}`, { defaultValue: question.state })}
                </Tag>
                <p className="text-12 text-ink-3">{answerTimeText(question, t)}</p>
              </div>
              <div className="max-side:col-span-full">
                <ul>
                  {question.points.map((point) => (
                    <PointRow key={point.id} point={point} question={question} />
                  ))}
                </ul>
                {question.better === null || question.state === 'answered' ? null : (
                  <ModelWording words={question.better} isHidden={hiddenWordings.has(question.better)} />
                )}
              </div>
            </article>
          ))}
        </RushDisclosure>
      </Panel>
    </section>
  );
};

/** Hidden while a retry of its turn is open: the trainee tries first. */
const ModelWording = ({ words, isHidden }: { words: string; isHidden: boolean }) => {
  const { t } = useTranslation('report');
  const model = (
    <p className="mt-2 text-ink-2">
      <b className="text-12 text-good">{t('ledger.better')}</b>
      <span lang="zh-CN">{words}</span>
    </p>
  );
  if (!isHidden) return model;
  return (
    <details>
      <summary className="cursor-pointer py-4 text-12 text-good max-pane:py-12">{t('retry.model')}</summary>
      {model}
    </details>
  );
};

/** Told as far as the marks go, by words that don't carry it by themselves: no quote stands for 说到了 (RULES M178). */
const isToldUnquoted = ({ state, quote, replies }: Point): boolean =>
  state === 'covered' && quote === null && replies.every(({ ruling }) => ruling === null);

const PointRow = ({ point, question }: { point: Point; question: Question }) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  const lastReply = point.replies.at(-1);
  const isDoubtful = point.replies.some((reply) => reply.doubtful);
  const rule = () => {
    if (lastReply === undefined) return;
    rulings?.openPointRuling({
      conversation: question.conversation,
      question: question.text,
      point,
      turn: lastReply.turn,
    });
  };
  // Replies in doubt are shown above with their rulings, so they are left out here.
  const ruledReplies = point.replies.filter((reply) => reply.heard !== 'unsure' && reply.ruling !== null);
  const { Icon, look } = POINT_LOOKS[point.state];
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)]">
      <Icon size={14} className={`mt-3 ${look}`} aria-hidden="true" />
      <div>
        <span className={look}>{t(isToldUnquoted(point) ? 'ledger.counted' : `ledger.point.${point.state}`)}</span>
        {t('ledger.colon')}
        <span lang="zh-CN">{point.text}</span>
        {point.must ? null : <span className="text-12 text-ink-3">{t('ledger.bonus')}</span>}
        {point.quote === null ? null : (
          <span lang="zh-CN" className="ml-12 text-ink-2">
            {t(point.saidBefore ? 'ledger.saidBefore' : 'ledger.said', { words: point.quote })}
          </span>
        )}
        {isDoubtful ? (
          <Link
            to={`#${DOUBTS_ID}`}
            className="link ml-8 whitespace-nowrap text-12 max-pane:py-12 pointer-coarse:py-12 print:hidden"
          >
            {t('doubts.toDoubts')}
          </Link>
        ) : rulings === null || lastReply === undefined ? null : (
          <button
            type="button"
            className="ml-8 whitespace-nowrap text-12 text-ink-3 underline underline-offset-2 hover:text-ink max-pane:-my-10 max-pane:px-6 max-pane:py-10 print:hidden"
            aria-label={t('doubts.rulingOn', { point: point.text })}
            onClick={rule}
          >
            {t('ruling.button')}
          </button>
        )}
        {ruledReplies.map(({ turn, heard, ruling }) =>
          ruling === null ? null : (
            <RulingLine
              key={turn}
              ruling={ruling}
              from={t(`ledger.point.${heard === 'nothing' ? 'missed' : heard}`)}
              to={t(`doubts.verdict.${ruling.verdict}`)}
            />
          ),
        )}
        {lastReply === undefined || isDoubtful ? null : (
          <InlineEditor
            place={{
              kind: 'point',
              point: { conversation: question.conversation, point: point.id, turn: lastReply.turn },
            }}
            subject={point.text}
            mayCostMarks={point.state === 'missed' || point.state === 'wrong'}
            onRule={rulings === null ? null : rule}
          />
        )}
      </div>
    </li>
  );
};
