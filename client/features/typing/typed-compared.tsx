import { align } from '#client/features/typing/model/align.ts';
import { piecesOf } from '#client/features/typing/model/text-pieces.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

const MISSED = 'text-ink-3 underline decoration-bad-solid decoration-dashed underline-offset-4';
const WRONG = 'text-bad underline decoration-bad-solid underline-offset-4';

/** What was typed of a text: wrong characters as they were typed, with what should stand there; missed and extra ones. */
export const TypedCompared = ({ text, typed }: { text: string; typed: string }) => {
  const { t } = useTranslation('exams');
  const [wanted, given] = [[...text], [...typed]];
  const alignment = align(given, wanted);
  const pieces = piecesOf({ text: wanted, typed: given, alignment, marks: [], corrected: [] }, null);
  const after = alignment.steps.flatMap((step) =>
    step.kind === 'extra' && step.at >= wanted.length ? [given[step.typed] ?? ''] : [],
  );
  return (
    <p lang="zh-CN" className="whitespace-pre-wrap wrap-anywhere leading-[2]">
      {pieces.map(({ from, kind, text: expected, typed: instead, extra }) => (
        <span key={from}>
          <Extra text={extra} />
          {kind === 'right' ? expected : null}
          {kind === 'missed' ? <span className={MISSED}>{expected}</span> : null}
          {kind === 'wrong' ? (
            <>
              <span className={WRONG}>{instead}</span>
              <span className="text-12 text-ink-3">{t('read.should', { text: expected })}</span>
            </>
          ) : null}
        </span>
      ))}
      <Extra text={after.join('')} />
    </p>
  );
};

const Extra = ({ text }: { text: string }) => {
  const { t } = useTranslation('exams');
  return text === '' ? null : <ins className="text-bad no-underline">{t('read.extra', { text })}</ins>;
};
