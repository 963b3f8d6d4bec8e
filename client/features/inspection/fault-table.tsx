import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { PartyMarks } from '#contract/practice/inspections.ts';
import { LineName } from './fault-boxes.tsx';

type Props = { parties: readonly PartyMarks[]; numbers: ReadonlyMap<string, number | string> };
type Fault = PartyMarks['dimensions'][number]['faults'][number];

const faultsOf = (party: PartyMarks | undefined): readonly Fault[] =>
  party?.dimensions.flatMap(({ faults }) => faults) ?? [];

/** Faults that the reader and the program saw, that only one of them saw, and who else saw them. */
export const FaultTable = ({ parties, numbers }: Props) => {
  const { t } = useTranslation('inspection');
  const [own, program, ...others] = parties;
  const mine = faultsOf(own);
  const theirs = faultsOf(program);
  const lists = [
    { id: 'both', faults: theirs.filter(({ code, unsure }) => !unsure && mine.some((one) => one.code === code)) },
    {
      id: 'onlyProgram',
      faults: theirs.filter(({ code, unsure }) => !unsure && !mine.some((one) => one.code === code)),
    },
    { id: 'onlyOwn', faults: mine.filter(({ code }) => !theirs.some((one) => one.code === code && !one.unsure)) },
    { id: 'unsure', faults: theirs.filter(({ unsure }) => unsure) },
  ] as const;
  return (
    <>
      {lists.map(({ id, faults }) =>
        faults.length === 0 ? null : (
          <section key={id} aria-label={t(`faults.${id}`)} className="border-line border-b px-16 py-8 max-pane:px-12">
            <h3 className="font-semibold">
              {t(`faults.${id}`)}
              <span className="ml-8 font-normal text-12 text-ink-3">{faults.length}</span>
            </h3>
            <ul>
              {faults.map(({ code, title, line, why }) => {
                const ownLine = mine.find((one) => one.code === code)?.line ?? null;
                const saw = others.filter((party) => faultsOf(party).some((one) => one.code === code));
                return (
                  <li key={code} className="py-4">
                    <span>{title}</span>
                    {line === null ? null : (
                      <Tag className="ml-8">
                        <LineName line={numbers.get(line)} />
                      </Tag>
                    )}
                    {id === 'both' && ownLine !== null && ownLine !== line ? (
                      <span className="ml-8 text-12 text-ink-3">
                        {t('ownLine')}
                        <LineName line={numbers.get(ownLine)} />
                      </span>
                    ) : null}
                    {saw.length === 0 ? null : (
                      <span className="ml-8 text-12 text-ink-3">
                        {t('sawToo', { names: saw.map(({ name, by }) => name ?? t(`party.${by}`)).join(t('and')) })}
                      </span>
                    )}
                    {id === 'onlyProgram' || id === 'unsure' ? (
                      <span className="block text-12 text-ink-2">{why}</span>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </section>
        ),
      )}
    </>
  );
};
