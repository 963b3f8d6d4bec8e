import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ClassReport } from '#contract/results.ts';

type People = ClassReport['help'];
type Person = People['seats'][number];
type Props = { report: Pick<ClassReport, 'cases' | 'help' | 'well' | 'brought'>; showsNames: boolean };

/**
 * What to drill next, whom to talk to, who did well, and whose words weren't typed by hand. Names can be hidden for the
 * projector; reasons stay.
 */
export const ClassPeople = ({ report: { cases, help, well, brought }, showsNames }: Props) => {
  const { t } = useTranslation('results');
  return (
    <div className="mt-16 grid grid-cols-3 gap-24 max-side:grid-cols-2 max-pane:grid-cols-1 max-pane:gap-16 print:mt-8 print:gap-16">
      <Section id="cases" title={t('class.cases')} emptyText={cases.length === 0 ? t('class.casesNone') : null}>
        {cases.map(({ scenario, title, why }) => (
          <li key={scenario} className="border-line border-t py-5 print:py-3">
            <Link
              to={`/start?scenarios=${scenario}`}
              className="link max-pane:inline-block max-pane:py-12 print:no-underline"
            >
              {title}
            </Link>
            <p className="text-12 text-ink-2">{why}</p>
          </li>
        ))}
      </Section>
      <PeopleSection
        id="help"
        title={t('class.help')}
        people={help}
        emptyText={t('class.helpNone')}
        showsNames={showsNames}
      />
      <PeopleSection
        id="well"
        title={t('class.well')}
        people={well}
        emptyText={t('class.wellNone')}
        showsNames={showsNames}
      />
      {brought.seats.length === 0 ? null : (
        <PeopleSection
          id="brought"
          title={t('class.brought')}
          people={brought}
          emptyText={null}
          showsNames={showsNames}
        />
      )}
    </div>
  );
};

type PeopleProps = { id: string; title: string; people: People; emptyText: string | null; showsNames: boolean };

const PeopleSection = ({ id, title, people, emptyText, showsNames }: PeopleProps) => (
  <Section id={id} title={title} emptyText={people.seats.length === 0 ? emptyText : null}>
    {people.seats.map((person) => (
      <PersonItem key={`${person.no} ${person.name}`} person={person} showsNames={showsNames} />
    ))}
    <MoreSeats count={people.more} />
  </Section>
);

/** `emptyText`: said in place of the list. */
type SectionProps = { id: string; title: string; emptyText: string | null; children: ReactNode };

const Section = ({ id, title, emptyText, children }: SectionProps) => (
  <section aria-labelledby={id} className="min-w-0">
    <h2 id={id} className="mb-4 font-semibold text-15">
      {title}
    </h2>
    {emptyText === null ? <ul>{children}</ul> : <p className="text-ink-2">{emptyText}</p>}
  </section>
);

const MoreSeats = ({ count }: { count: number }) => {
  const { t } = useTranslation('results');
  return count === 0 ? null : (
    <li className="border-line border-t py-5 text-12 text-ink-3 print:py-3">{t('class.more', { n: count })}</li>
  );
};

const PersonItem = ({ person: { no, name, why }, showsNames }: { person: Person; showsNames: boolean }) => {
  const { t } = useTranslation('results');
  return (
    <li className="border-line border-t py-5 print:py-3">
      {showsNames ? (
        <p className="flex gap-8">
          {no === '' ? null : (
            <span className="cut max-w-72 text-ink-3" title={no}>
              {no}
            </span>
          )}
          <b>{name}</b>
        </p>
      ) : (
        <p className="text-ink-3">{t('class.somebody')}</p>
      )}
      <p className="text-12 text-ink-2 wrap-anywhere">{why}</p>
    </li>
  );
};
