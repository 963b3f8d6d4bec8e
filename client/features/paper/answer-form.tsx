import { useState } from 'react';
import { chosenAfter } from '#client/drill/questions/chosen-after.ts';
import { figureTyped } from '#client/drill/questions/figure-typed.ts';
import { OptionList } from '#client/drill/questions/option-list.tsx';
import { useOptionKeys } from '#client/drill/questions/use-option-keys.ts';
import { useLeaving } from '#client/lib/hooks/use-leaving.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import type { PaperQuestion } from '#contract/papers/papers.ts';
import type { GivenAnswer } from '#contract/questions.ts';

type Props = {
  question: PaperQuestion;
  answer: GivenAnswer | null;
  onAnswer: (answer: GivenAnswer | null) => void;
  onNext: () => void;
  /** A dialog or the map lies over it: its keys do nothing. */
  isCovered: boolean;
};

/** A question's options or its figure. Each press is an answer and is sent; a figure is one when the field is left. */
export const AnswerForm = ({ question, answer, onAnswer, onNext, isCovered }: Props) => {
  const chosen = answer !== null && 'chosen' in answer ? answer.chosen : [];
  const choose = (place: number) => {
    const next = chosenAfter(question.kind, chosen, place);
    onAnswer(
      next.length === 0 ? null : { chosen: question.kind === 'order' ? [...next] : next.toSorted((a, b) => a - b) },
    );
  };
  useOptionKeys(isCovered ? null : { optionCount: question.options.length, onChoose: choose, onSubmit: onNext });
  return question.kind === 'calculate' ? (
    <FigureField question={question} answer={answer} onAnswer={onAnswer} onNext={onNext} />
  ) : (
    <>
      <Hint kind={question.kind} />
      <OptionList question={question} chosen={chosen} right={null} isOpen onChoose={choose} />
    </>
  );
};

/** How many may be chosen, where that isn't one. */
const Hint = ({ kind }: Pick<PaperQuestion, 'kind'>) => {
  const { t } = useTranslation('paper');
  if (kind !== 'multiple' && kind !== 'order') return null;
  return <p className="mt-8 text-12 text-ink-3">{t(`hint.${kind}`)}</p>;
};

const FigureField = ({ question, answer, onAnswer, onNext }: Omit<Props, 'isCovered'>) => {
  const { t } = useTranslation('paper');
  const [text, setText] = useState(answer !== null && 'figure' in answer ? String(answer.figure) : '');
  const figure = figureTyped(text);
  const isWrong = text.trim() !== '' && figure === null;
  const [isLeft, setIsLeft] = useState(false);
  const give = () => {
    setIsLeft(true);
    const stored = answer !== null && 'figure' in answer ? answer.figure : null;
    if (text.trim() === '' ? stored === null : isWrong || figure === stored) return;
    onAnswer(figure === null ? null : { figure });
  };
  useLeaving(give);
  return (
    <TextField
      label={t('figure.label', { unit: question.unit ?? '' })}
      hint={t('figure.hint')}
      error={isWrong && isLeft ? t('figure.none') : null}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      enterKeyHint="next"
      className="mt-12 max-w-320"
      onChange={(event) => {
        setIsLeft(false);
        setText(event.target.value);
      }}
      onBlur={give}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        give();
        if (!isWrong) onNext();
      }}
    />
  );
};
