import { type FormEvent, useState } from 'react';
import { chosenAfter } from '#client/drill/questions/chosen-after.ts';
import { figureTyped } from '#client/drill/questions/figure-typed.ts';
import { OptionList } from '#client/drill/questions/option-list.tsx';
import { useOptionKeys } from '#client/drill/questions/use-option-keys.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import type { AskedQuestion, GivenAnswer } from '#contract/questions.ts';

type Props = { question: AskedQuestion; onAnswer: (answer: GivenAnswer) => void };

/** A question that waits for its answer: options to choose, or a figure to type. Nothing is sent before it is handed in. */
export const QuestionForm = ({ question, onAnswer }: Props) => {
  const { t } = useTranslation('questions');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [text, setText] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const { kind, options, unit } = question;
  const choose = (place: number) => {
    // One press answers a judge question: with two options there is nothing to look over.
    if (kind === 'judge') return onAnswer({ chosen: [place] });
    setIsRefused(false);
    setChosen((now) => chosenAfter(kind, now, place));
  };
  const submit = () => {
    const figure = kind === 'calculate' ? figureTyped(text) : null;
    const isWhole = kind === 'order' ? chosen.length === options.length : chosen.length > 0;
    if (kind === 'calculate' ? figure === null : !isWhole) return setIsRefused(true);
    onAnswer(
      figure === null ? { chosen: kind === 'order' ? [...chosen] : chosen.toSorted((a, b) => a - b) } : { figure },
    );
  };
  useOptionKeys({ optionCount: options.length, onChoose: choose, onSubmit: submit });
  const refusal = isRefused ? t(kind === 'calculate' ? 'noFigure' : kind === 'order' ? 'notAll' : 'noneChosen') : null;
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      {kind === 'calculate' ? (
        <TextField
          label={t('figure', { unit: unit ?? '' })}
          hint={t('figureHint')}
          error={refusal}
          value={text}
          autoFocus
          inputMode="decimal"
          autoComplete="off"
          className="mt-12 max-w-240"
          onChange={(event) => {
            setIsRefused(false);
            setText(event.target.value);
          }}
        />
      ) : (
        <OptionList question={question} chosen={chosen} right={null} isOpen onChoose={choose} />
      )}
      {kind === 'calculate' || refusal === null ? null : (
        <p role="alert" className="mt-8 text-12 text-bad">
          {refusal}
        </p>
      )}
      <div className="mt-16 flex flex-wrap items-center gap-x-12 gap-y-6">
        {kind === 'judge' ? null : (
          <Button kind="primary" size="l" type="submit">
            {t('submit')}
          </Button>
        )}
        <span className="text-12 text-ink-3 max-pane:hidden">
          {t(kind === 'calculate' ? 'keys.figure' : kind === 'judge' ? 'keys.judge' : 'keys.options')}
        </span>
      </div>
    </form>
  );
};
