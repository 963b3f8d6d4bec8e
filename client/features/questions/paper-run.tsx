import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { givenIn, type Progress } from '#client/features/questions/model/given-answers.ts';
import { useVerdicts } from '#client/features/questions/model/use-verdicts.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { AskedQuestion, Paper } from '#contract/questions.ts';
import { AnsweredQuestion } from './answered-question.tsx';
import { PaperResult } from './paper-result.tsx';
import { QuestionForm } from './question-form.tsx';

type Props = { title: string; paper: Paper; actions: (missed: readonly AskedQuestion[]) => ReactNode };

/**
 * One question after the other. The answers are kept in this entry of the browser's history: they outlive a reload and a
 * look at a shop's card, and are gone with the tab. What they are worth is asked of the server.
 */
export const PaperRun = ({ title, paper, actions }: Props) => {
  const { t } = useTranslation('questions');
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const { questions } = paper;
  const { given, at } = givenIn(state, questions.length);
  const { verdicts, error, retry } = useVerdicts(paper.id, given);
  const head = useRef<HTMLHeadingElement>(null);
  const question = questions[at];
  const answer = given[at];
  const go = (next: Progress) =>
    navigate(`${pathname}${search}`, { replace: true, preventScrollReset: true, state: next });

  // The next question is read from its beginning; the first page keeps its own focus.
  const previousIndex = useRef(at);
  useEffect(() => {
    if (previousIndex.current !== at) head.current?.focus();
    previousIndex.current = at;
  }, [at]);

  return (
    <Panel>
      <header className="border-line border-b px-24 pt-16 pb-12 max-pane:px-14">
        <h1 className="font-semibold text-18">{title}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      <div className="px-24 py-16 max-pane:px-14">
        {question === undefined ? (
          <PaperResult {...{ paper, given, verdicts, error, head }} onRetry={retry} actions={actions} />
        ) : (
          <>
            <h2 ref={head} tabIndex={-1} className="text-12 text-ink-3 focus-visible:outline-none">
              {t('at', { at: at + 1, of: questions.length })}
            </h2>
            <p className="mt-4 flex flex-wrap items-center gap-8 text-12 text-ink-2">
              <Tag tone="line">{t(`kind.${question.kind}`)}</Tag>
              {question.shop === null ? (
                <span lang="zh-CN">{question.topicName}</span>
              ) : (
                // Its prices and cards may be looked up, as at the desk.
                <Link lang="zh-CN" to={`/shop/${question.shop}`} className="link">
                  {question.shopName}
                </Link>
              )}
              <span>{t(`level.${question.level}`)}</span>
            </p>
            <p lang="zh-CN" className="mt-8 whitespace-pre-line text-pretty text-18">
              {question.stem}
            </p>
            {answer === undefined ? (
              <QuestionForm key={at} question={question} onAnswer={(next) => go({ given: [...given, next], at })} />
            ) : (
              <AnsweredQuestion
                key={at}
                {...{ question, answer, error }}
                verdict={verdicts.get(at)}
                isLast={at === questions.length - 1}
                onRetry={retry}
                onNext={() => go({ given, at: at + 1 })}
              />
            )}
          </>
        )}
      </div>
    </Panel>
  );
};
