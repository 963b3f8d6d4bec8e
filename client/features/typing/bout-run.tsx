import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { elapsedMs, figuresOf } from '#client/features/typing/model/bout.ts';
import { type BoutKind, boutPath } from '#client/features/typing/model/bout-address.ts';
import { type BoutResult, ghostMarks, ghostsOf, resultOf } from '#client/features/typing/model/bout-result.ts';
import { placeAt } from '#client/features/typing/model/ghost.ts';
import { isAtEnd } from '#client/features/typing/model/text-run.ts';
import { keepBout, useTypingRecord } from '#client/features/typing/model/typing-record.ts';
import { useBout } from '#client/features/typing/model/use-bout.ts';
import { nextSeed } from '#client/lib/hooks/use-seed.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import type { TypingText, TypingTexts } from '#contract/wire/typing.ts';
import { BoutStrip } from './bout-figures.tsx';
import { BoutResultView } from './bout-result-view.tsx';
import { TypedText } from './typed-text.tsx';
import { TypingField } from './typing-field.tsx';

type Props = {
  kind: BoutKind;
  seed: string;
  /** In the order they are typed in; at least one. */
  texts: readonly TypingText[];
  rates: TypingTexts['rates'];
};

/** Two minutes of typing, and then what they came to. */
export const BoutRun = ({ kind, seed, texts, rates }: Props) => {
  const { t } = useTranslation('typing');
  const navigate = useNavigate();
  const id = useId();
  const { bout, now, isOver, fieldKey, begin, type, passOn, restart } = useBout(texts);
  const { record } = useTypingRecord();
  const [ended, setEnded] = useState<{ result: BoutResult; best: number | null } | null>(null);
  const { run, from } = bout.current;
  const text = texts[bout.done.length % texts.length];

  // The ghosts of the beginning: a run doesn't race against a text it has just typed itself.
  const ghosts = useRef(record.ghosts);
  const marks = ghostMarks(ghosts.current, bout.current.id, run.text.length);
  const ghostPlace = marks === null ? null : placeAt(marks, Math.max(0, elapsedMs(bout, now) - from));

  useEffect(() => {
    if (!isOver || ended !== null) return;
    const result = resultOf(bout, Date.now());
    setEnded({ result, best: useTypingRecord.getState().record.best?.speed ?? null });
    if (!result.isCounted) return;
    const { at, speed, accuracy, slips } = result;
    keepBout({ at, speed, accuracy, slips }, ghostsOf(bout));
  }, [isOver, ended, bout]);

  const again = () => {
    ghosts.current = useTypingRecord.getState().record.ghosts;
    setEnded(null);
    restart();
  };
  const other = () => navigate(boutPath(kind, nextSeed(seed)));

  if (ended !== null) return <BoutResultView {...ended} rates={rates} onAgain={again} onOther={other} />;
  return (
    <>
      <BoutStrip
        figures={figuresOf(bout, now)}
        rates={rates}
        place={run.alignment.reached}
        length={run.text.length}
        ghostPlace={ghostPlace}
      />
      <div className="mt-16 max-pane:mt-8">
        <TypedText id={id} run={run} ghostPlace={ghostPlace} />
      </div>
      <p role="status" lang="zh-CN" className="sr-only">
        {bout.done.length === 0 ? '' : t('text.next', { text: run.text.join('') })}
      </p>
      <div className="mt-12 max-pane:mt-8">
        <TypingField
          label={t('field.label')}
          describedBy={id}
          fieldKey={fieldKey}
          hint={bout.startedAt === null ? t('field.waiting') : isAtEnd(run) ? t('field.atEnd') : null}
          onBegin={begin}
          onValue={type}
          onEnter={passOn}
          onEscape={restart}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-16 gap-y-8">
        <p className="min-w-240 flex-1 text-12 text-ink-3 max-pane:basis-full">
          {text === undefined ? null : t('text.meta', { shop: text.shopName, title: text.title, n: run.text.length })}
        </p>
        <span className="flex items-center gap-6 text-12 text-ink-3 max-pane:hidden">
          <Kbd>Esc</Kbd>
          {t('stopHint')}
        </span>
        <Button onClick={restart}>{t('stop')}</Button>
        <Button onClick={other}>{t('other')}</Button>
      </div>
    </>
  );
};
