import { ChevronLeft, ChevronRight, Flag } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { countsOf } from '#client/features/paper/model/answer-state.ts';
import type { SeatPaperView } from '#client/features/paper/model/use-seat-paper.ts';
import { useLeftPage } from '#client/lib/hooks/use-left-page.ts';
import { useMedia } from '#client/lib/hooks/use-media.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { PaperAnswer } from '#contract/papers/papers.ts';
import { AnswerForm } from './answer-form.tsx';
import { HandIn } from './hand-in.tsx';
import { PaperStrip } from './paper-strip.tsx';
import { QuestionMap } from './question-map.tsx';

/** The paper while it is answered: a question at a time, the map of all beside it or, on a phone, under one button. */
export const OpenPaper = ({ view }: { view: SeatPaperView }) => {
  const { t } = useTranslation('paper');
  const { questions, run, seat } = view.body;
  const place = useExamPlace();
  useLeftPage(run.isPart ? () => place.left(seat.id, 'paper') : null);
  const [at, setAt] = useState(() => firstOpen(view));
  const [isMapOpen, setIsMapOpen] = useState(false);
  const [isHandingIn, setIsHandingIn] = useState(false);
  const isPhone = useMedia('(width < 760px)');
  const head = useRef<HTMLHeadingElement>(null);
  const shownBefore = useRef(at);
  const counts = countsOf(questions, view.answers);
  const question = questions[at];
  const given = question === undefined ? undefined : view.answers.get(question.id);

  // The next question is read from its beginning.
  useEffect(() => {
    if (shownBefore.current !== at) head.current?.focus({ preventScroll: true });
    shownBefore.current = at;
  }, [at]);
  const go = (next: number) => {
    setIsMapOpen(false);
    setAt(Math.min(questions.length - 1, Math.max(0, next)));
  };
  if (question === undefined) return null;
  const give = (change: Partial<PaperAnswer>) =>
    view.give({ question: question.id, answer: null, flagged: false, ...given, ...change });
  const isFlagged = given?.flagged === true;
  const isLast = at === questions.length - 1;
  const map = <QuestionMap questions={questions} answers={view.answers} at={at} onGo={go} />;
  return (
    <div className="grid grid-cols-[248px_minmax(0,1fr)] gap-x-16 max-pane:grid-cols-1">
      <PaperStrip view={view} counts={counts} onHandIn={() => setIsHandingIn(true)} />
      <nav aria-label={t('map.title')} className="self-start border border-line bg-surface p-14 max-pane:hidden">
        {map}
      </nav>
      <Panel className="self-start">
        <div className="px-24 py-16 max-pane:px-14">
          <div className="flex flex-wrap items-center gap-8">
            <h2 ref={head} tabIndex={-1} className="text-12 text-ink-2 focus-visible:outline-none">
              {t('question.at', { at: at + 1, of: questions.length })}
            </h2>
            <Tag tone="line">{t(`kind.${question.kind}`)}</Tag>
            <span lang="zh-CN" className="min-w-0 flex-1 text-12 text-ink-3">
              {question.shopName ?? question.topicName}
            </span>
            <Button
              size="s"
              aria-pressed={isFlagged}
              className={cx(isFlagged && 'bg-warn-tint text-warn')}
              onClick={() => give({ flagged: !isFlagged })}
            >
              <Flag size={14} aria-hidden="true" />
              {t('question.flag')}
            </Button>
          </div>
          <p lang="zh-CN" className="mt-8 whitespace-pre-line text-pretty text-18">
            {question.stem}
          </p>
          <AnswerForm
            key={question.id}
            question={question}
            answer={given?.answer ?? null}
            onAnswer={(answer) => give({ answer })}
            onNext={() => go(at + 1)}
            isCovered={isHandingIn || isMapOpen}
          />
        </div>
        <footer className="sticky bottom-0 flex items-center gap-8 border-line border-t bg-surface px-24 py-12 max-pane:px-14 max-pane:py-8">
          <Button size="l" disabled={at === 0} onClick={() => go(at - 1)} aria-label={t('question.back')}>
            <ChevronLeft size={16} aria-hidden="true" />
            <span className="max-pane:hidden">{t('question.back')}</span>
          </Button>
          {isPhone ? (
            <Button size="l" className="flex-1" aria-haspopup="dialog" onClick={() => setIsMapOpen(true)}>
              {t('map.button', { answered: counts.answered, of: questions.length })}
            </Button>
          ) : (
            <span className="flex-1 text-12 text-ink-3">
              {question.options.length === 0 ? null : t('question.keys')}
            </span>
          )}
          {isLast ? (
            <Button kind="primary" size="l" onClick={() => setIsHandingIn(true)}>
              {t('handIn.go')}
            </Button>
          ) : (
            <Button kind="primary" size="l" onClick={() => go(at + 1)}>
              {t('question.next')}
              <ChevronRight size={16} aria-hidden="true" />
            </Button>
          )}
        </footer>
      </Panel>
      {isPhone ? (
        <Sheet
          from="bottom"
          open={isMapOpen}
          onOpenChange={setIsMapOpen}
          title={t('map.title')}
          actions={
            <Button
              size="l"
              onClick={() => {
                setIsMapOpen(false);
                setIsHandingIn(true);
              }}
            >
              {t('handIn.go')}
            </Button>
          }
        >
          {map}
        </Sheet>
      ) : null}
      <HandIn view={view} counts={counts} name={run.name} open={isHandingIn} onOpenChange={setIsHandingIn} />
    </div>
  );
};

/** Where a page that comes back goes on: the first question without an answer, else the first of all. */
const firstOpen = ({ body, answers }: SeatPaperView): number =>
  Math.max(
    0,
    body.questions.findIndex(({ id }) => (answers.get(id)?.answer ?? null) === null),
  );
