import '#client/drill/questions/strings.ts';
import { useState } from 'react';
import { paperPath } from '#client/features/questions/model/paper-address.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isStaff, isTeacher, usePerson } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import type { QuestionMenu } from '#contract/questions.ts';
import { BankFiles } from './bank-files.tsx';

/** 题库练习: a topic and a level, or ten questions of any. */
export const QuestionsPage = () => {
  const { t } = useTranslation('questions');
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/questions'));
  return (
    <LoadedPanel
      title={t('title')}
      about={t('about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('failed')}
      none={{ is: ({ topics }) => topics.length === 0, title: t('none'), text: t('noneText') }}
    >
      {(menu) => <Choice menu={menu} />}
    </LoadedPanel>
  );
};

const ANY = 'any';
/** Stands among the topics: the school's own questions of every topic. */
const OWN = 'own';
const SIZES = [5, 10, 20];
const USUAL_SIZE = 10;

const Choice = ({ menu }: { menu: QuestionMenu }) => {
  const { t } = useTranslation('questions');
  const [topic, setTopic] = useState(ANY);
  const [level, setLevel] = useState(ANY);
  const [size, setSize] = useState(USUAL_SIZE);
  const person = usePerson();
  const hasOwn = menu.own.some(({ count }) => count > 0);
  const levels =
    topic === OWN
      ? menu.own
      : [
          ...menu.topics.filter(({ id }) => topic === ANY || id === topic).flatMap((one) => one.levels),
          ...(topic === ANY ? menu.general : []),
        ];
  const offered = levels
    .filter((one) => level === ANY || String(one.level) === level)
    .reduce((sum, { count }) => sum + count, 0);
  const chosen = {
    topic: topic === ANY || topic === OWN ? null : topic,
    own: topic === OWN ? ('1' as const) : null,
    level: level === ANY ? null : level,
    count: String(Math.min(size, Math.max(offered, 1))),
  };
  return (
    <>
      <div className="flex flex-col gap-16 px-24 py-16 max-pane:px-14">
        <section>
          <ButtonLink kind="primary" size="l" to={paperPath({ count: String(USUAL_SIZE) })}>
            {t('any10')}
          </ButtonLink>
        </section>
        <section className="flex flex-col items-start gap-12 border-line border-t pt-16">
          <h2 className="font-semibold text-15">{t('chooseTitle')}</h2>
          <SelectField
            label={t('topic')}
            value={topic}
            className="w-full max-w-360"
            choices={[
              { value: ANY, label: t('anyTopic') },
              ...(hasOwn ? [{ value: OWN, label: t('ownTopic') }] : []),
              ...menu.topics.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setTopic(event.target.value)}
          />
          <Segmented
            label={t('levelLabel')}
            value={level}
            options={[ANY, '1', '3', '5'].map((value) => ({ value, label: t(`levelShort.${value}`) }))}
            onChange={setLevel}
          />
          <Segmented
            label={t('size')}
            value={String(size)}
            options={SIZES.map((count) => ({ value: String(count), label: t('count', { count }) }))}
            onChange={(next) => setSize(Number(next))}
          />
          <p className="text-ink-2">{t('offered', { count: offered })}</p>
          {offered === 0 ? null : (
            <ButtonLink size="l" to={paperPath(chosen)}>
              {t('ui:start')}
            </ButtonLink>
          )}
        </section>
      </div>
      {person !== null && isStaff(person.role) && (
        <BankFiles topic={chosen.topic} own={chosen.own} level={chosen.level} count={offered} />
      )}
      {person !== null && isTeacher(person.role) && <OwnLink />}
    </>
  );
};

/** The way to the school's own questions, for who may change them. */
const OwnLink = () => {
  const { t } = useTranslation('questions');
  return (
    <section className="flex flex-col items-start gap-8 border-line border-t px-24 py-16 max-pane:px-14">
      <h2 className="font-semibold text-15">{t('own.title')}</h2>
      <p className="text-ink-2">{t('own.text')}</p>
      <ButtonLink to="/questions/own">{t('own.link')}</ButtonLink>
    </section>
  );
};
