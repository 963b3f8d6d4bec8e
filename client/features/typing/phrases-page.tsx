import './strings.ts';
import { useId, useState } from 'react';
import { boutPath } from '#client/features/typing/model/bout-address.ts';
import { accuracyOfRun, isGoodEnough, type PhraseDrill, phraseAt } from '#client/features/typing/model/phrase-round.ts';
import { isAtEnd, isFinished, startRun, type TextRun, typeInto } from '#client/features/typing/model/text-run.ts';
import { forgetPhrases, keepPhrase, useTypingRecord } from '#client/features/typing/model/typing-record.ts';
import { percent } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { BackLink } from './bout-page.tsx';
import { LoadedTexts } from './loaded-texts.tsx';
import { TypedText } from './typed-text.tsx';
import { TypingField } from './typing-field.tsx';

/** The trade's phrases for beginners, one at a time. */
export const PhrasesPage = () => {
  const { t } = useTranslation('typing');
  useTitle(t('phrases.title'));
  return (
    <div className="mx-auto max-w-720">
      <BackLink />
      <LoadedTexts>{({ phrases }) => (phrases === null ? null : <Drill drill={phrases} />)}</LoadedTexts>
    </div>
  );
};

const Drill = ({ drill }: { drill: PhraseDrill }) => {
  const { t } = useTranslation('typing');
  const { record, isKept } = useTypingRecord();
  const phrase = phraseAt(drill, record.phrases);
  return (
    <>
      {isKept ? null : (
        <Notice tone="warn" className="mb-12">
          {t('record.notKept')}
        </Notice>
      )}
      <Panel className="border-b-0">
        <header className="px-24 pt-16 pb-12 max-pane:px-14">
          <h1 className="font-semibold text-18">{t('phrases.title')}</h1>
          <p className="text-ink-2">
            {t('phrases.intro', { rounds: drill.rounds, accuracy: percent(drill.accuracy * 100) })}
          </p>
        </header>
        <Bar share={(phrase?.place ?? drill.phrases.length) / drill.phrases.length} />
      </Panel>
      {phrase === null ? (
        <Panel className="px-24 py-16 max-pane:px-14">
          <h2 className="font-semibold text-18">{t('phrases.doneTitle', { n: drill.phrases.length })}</h2>
          <p className="text-ink-2">{t('phrases.doneText')}</p>
          <div className="mt-16 flex flex-wrap gap-12">
            <ButtonLink kind="primary" size="l" to={boutPath('short')}>
              {t('ways.short.start')}
            </ButtonLink>
            <Button size="l" onClick={forgetPhrases}>
              {t('phrases.again')}
            </Button>
          </div>
        </Panel>
      ) : (
        <PhraseField drill={drill} {...phrase} />
      )}
    </>
  );
};

type FieldProps = { drill: PhraseDrill; place: number; id: string; text: string; round: number };

/** One phrase and its field. The field stays where it is from phrase to phrase, so that a phone's keyboard does. */
const PhraseField = ({ drill, place, id, text, round }: FieldProps) => {
  const { t } = useTranslation('typing');
  const textId = useId();
  const [run, setRun] = useState<TextRun>(() => startRun(text));
  const [count, setCount] = useState(0);
  const [last, setLast] = useState<{ accuracy: number; isGood: boolean } | null>(null);
  if (run.text.join('') !== text) setRun(startRun(text));
  const settle = (done: TextRun) => {
    const isGood = isGoodEnough(done, drill);
    setLast({ accuracy: accuracyOfRun(done), isGood });
    if (isGood) keepPhrase(id, round);
    setRun(startRun(text));
    setCount((before) => before + 1);
  };
  const type = (value: string) => {
    const next = typeInto(run, value, 0);
    if (isFinished(next)) settle(next);
    else setRun(next);
  };
  const accuracy = (share: number): string => percent(Math.floor(share * 100));
  return (
    <>
      <p className="flex flex-wrap gap-x-12 border border-line border-b-0 bg-surface px-24 py-8 text-12 text-ink-3 max-pane:-mx-14 max-pane:border-x-0 max-pane:px-14">
        <span>{t('phrases.place', { at: place + 1, of: drill.phrases.length })}</span>
        <span>{t('phrases.round', { at: round, of: drill.rounds })}</span>
      </p>
      <TypedText id={textId} run={run} ghostPlace={null} isNarrow />
      <div className="mt-12">
        <TypingField
          label={t('field.label')}
          describedBy={textId}
          fieldKey={`${id} ${count}`}
          hint={isAtEnd(run) ? t('phrases.atEnd') : null}
          onValue={type}
          onEnter={() => {
            if (isAtEnd(run)) settle(run);
          }}
        />
      </div>
      <p role="status" className={cx('min-h-22', last?.isGood === false ? 'text-warn' : 'text-good')}>
        {last === null
          ? null
          : last.isGood
            ? t('phrases.good', { accuracy: accuracy(last.accuracy) })
            : t('phrases.notYet', { accuracy: accuracy(last.accuracy), least: accuracy(drill.accuracy) })}
      </p>
    </>
  );
};
