import './strings.ts';
import type { ReactNode } from 'react';
import { boutPath } from '#client/features/typing/model/bout-address.ts';
import { useTypingRecord } from '#client/features/typing/model/typing-record.ts';
import { percent } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { TypingTexts } from '#contract/wire/typing.ts';
import { LoadedTexts } from './loaded-texts.tsx';
import { RecordPanel } from './record-panel.tsx';

const COUNTING = ['speed', 'widths', 'accuracy', 'clock', 'paste'] as const;

/** 打字: three ways to practise, the own results, and how they are counted. */
export const TypingPage = () => {
  const { t } = useTranslation('typing');
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-720">
      <LoadedTexts>
        {(texts) => (
          <>
            <Panel>
              <header className="border-line border-b px-24 pt-16 pb-12 max-pane:px-14">
                <h1 className="font-semibold text-18">{t('title')}</h1>
                <p className="text-ink-2">{t('about')}</p>
                {texts.rates === null ? null : <p className="text-ink-2">{t('rates', texts.rates)}</p>}
              </header>
              <Ways texts={texts} />
            </Panel>
            <RecordPanel rates={texts.rates} />
          </>
        )}
      </LoadedTexts>
      <Panel className="mt-16">
        <section className="px-24 py-14 max-pane:px-14">
          <h2 className="font-semibold text-15">{t('counting.title')}</h2>
          <ul className="mt-4 list-disc pl-18 text-ink-2">
            {COUNTING.map((part) => (
              <li key={part} className="mt-2 text-pretty">
                {t(`counting.${part}`)}
              </li>
            ))}
          </ul>
        </section>
      </Panel>
    </div>
  );
};

const Ways = ({ texts }: { texts: TypingTexts }) => {
  const { t } = useTranslation('typing');
  const { phrases: learned } = useTypingRecord(({ record }) => record);
  const { long, phrases } = texts;
  const shops = new Set(long.map(({ shop }) => shop)).size;
  const learnedCount = phrases?.phrases.filter(({ id }) => (learned[id] ?? 0) >= phrases.rounds).length ?? 0;
  return (
    <>
      <Way
        name={t('ways.long.name')}
        text={t('ways.long.text', { shops })}
        link={
          <ButtonLink kind="primary" size="l" to={boutPath('long')}>
            {t('ways.long.start')}
          </ButtonLink>
        }
      />
      <Way
        name={t('ways.short.name')}
        text={t('ways.short.text')}
        link={
          <ButtonLink size="l" to={boutPath('short')}>
            {t('ways.short.start')}
          </ButtonLink>
        }
      />
      {phrases === null ? null : (
        <Way
          name={t('ways.phrases.name', { n: phrases.phrases.length })}
          text={t('ways.phrases.text', { rounds: phrases.rounds, accuracy: percent(phrases.accuracy * 100) })}
          note={learnedCount === 0 ? null : t('ways.phrases.learned', { n: learnedCount, of: phrases.phrases.length })}
          link={
            <ButtonLink size="l" to="/typing/phrases">
              {t('ways.phrases.start')}
            </ButtonLink>
          }
        />
      )}
    </>
  );
};

type WayProps = { name: string; text: string; note?: string | null; link: ReactNode };

const Way = ({ name, text, note = null, link }: WayProps) => (
  <section className="flex flex-wrap items-center gap-x-24 gap-y-10 border-line border-b px-24 py-14 last:border-b-0 max-pane:px-14">
    <div className="min-w-240 flex-1">
      <h2 className="font-semibold text-15">{name}</h2>
      <p className="text-pretty text-ink-2">{text}</p>
      {note === null ? null : <p className="text-12 text-ink-3">{note}</p>}
    </div>
    {link}
  </section>
);
