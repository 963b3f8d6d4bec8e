import { useState } from 'react';
import { AnswerShown } from '#client/drill/questions/answer-shown.tsx';
import { Outcome } from '#client/drill/questions/outcome.tsx';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { ReadPaper, ReadQuestion } from '#contract/papers/appeals.ts';
import { DisputeShown } from './dispute-shown.tsx';
import { RuleDialog } from './rule-dialog.tsx';

type Props = {
  seat: ReadPaper['seat'];
  question: ReadQuestion;
  at: number;
  of: number;
  mayRule: boolean;
  onRuled: () => void;
};

/** A question with what was answered, what is right, what it is worth, and what was said of it. */
export const ReadQuestionRow = ({ seat, question, at, of, mayRule, onRuled }: Props) => {
  const { t } = useTranslation('paper');
  const [isRuling, setIsRuling] = useState(false);
  const { kind, stem, answer, credit, marked, dispute } = question;
  const waits = dispute?.waits === true;
  return (
    <li className="border-line border-t py-12">
      <p className="text-12 text-ink-3">
        {t('question.at', { at, of })}　{t(`kind.${kind}`)}
      </p>
      <p lang="zh-CN" className="mt-2 whitespace-pre-line text-pretty">
        {stem}
      </p>
      <p className="mt-4 text-ink-2">
        {t('read.given')}
        {answer === null ? t('result.nothing') : <AnswerShown question={question} answer={answer} />}
      </p>
      <Outcome question={question} verdict={question} />
      {credit === marked ? null : (
        <p className="mt-4 text-12 text-ink-2">{t('read.ruled', { marked: marks(marked), credit: marks(credit) })}</p>
      )}
      {dispute === null ? null : <DisputeShown dispute={dispute} />}
      {mayRule ? (
        <Button
          size="s"
          kind={waits ? 'primary' : 'plain'}
          className="mt-8"
          aria-label={t(waits ? 'dispute.answerOf' : 'dispute.ruleOf', { at })}
          onClick={() => setIsRuling(true)}
        >
          {t(waits ? 'dispute.answer' : 'dispute.rule')}
        </Button>
      ) : null}
      {isRuling ? <RuleDialog {...{ seat, question, at, onRuled }} onClose={() => setIsRuling(false)} /> : null}
    </li>
  );
};
