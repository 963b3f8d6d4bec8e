import { Flag } from 'lucide-react';
import { answerState, byKind } from '#client/features/paper/model/answer-state.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { PaperAnswer, PaperQuestion } from '#contract/papers/papers.ts';

type Props = {
  questions: readonly PaperQuestion[];
  answers: ReadonlyMap<string, PaperAnswer>;
  at: number;
  onGo: (at: number) => void;
};

/** Answered is filled, partly answered has a dashed edge, open is empty, a flagged one has a flag: told by shape and in words. */
const LOOKS = {
  answered: 'border-edge bg-sunken font-semibold',
  part: 'border-dashed border-edge bg-sunken',
  open: 'border-line-2 bg-surface text-ink-2',
} as const;

/** All questions by number, kind by kind. */
export const QuestionMap = ({ questions, answers, at, onGo }: Props) => {
  const { t } = useTranslation('paper');
  return (
    <>
      {byKind(questions).map(({ kind, items }) => (
        <section key={kind} className="mb-12">
          <h2 className="mb-6 flex items-baseline gap-6 text-12 text-ink-3">
            <b className="text-ink">{t(`kind.${kind}`)}</b>
            {t('map.count', { n: items.length })}
          </h2>
          <ol className="grid grid-cols-5 gap-6">
            {items.map(({ question, at: place }) => {
              const given = answers.get(question.id);
              const state = answerState(question, given?.answer);
              const isFlagged = given?.flagged === true;
              return (
                <li key={question.id}>
                  <button
                    type="button"
                    aria-current={place === at ? 'true' : undefined}
                    aria-label={t(isFlagged ? 'map.ofFlagged' : 'map.of', {
                      n: place + 1,
                      state: t(`map.state.${state}`),
                    })}
                    onClick={() => onGo(place)}
                    className={cx(
                      'relative h-34 w-full overflow-hidden rounded-5 border tabular-nums hover:border-edge max-pane:h-44',
                      LOOKS[state],
                      place === at && 'outline-2 outline-accent -outline-offset-1',
                    )}
                  >
                    {place + 1}
                    {isFlagged ? (
                      <Flag size={10} aria-hidden="true" className="absolute top-0 right-0 text-warn" />
                    ) : null}
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      <p className="mt-12 border-line border-t pt-8 text-12 text-ink-3">{t('map.legend')}</p>
    </>
  );
};
