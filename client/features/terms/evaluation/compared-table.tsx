import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ComparedSides, ShownSide, ShownSideIndicator } from '#contract/terms/sides.ts';
import { FAR, SIDES } from './side-words.ts';

type Props = { caption: string; indicators: readonly ShownSideIndicator[]; compared: ComparedSides; mentors: boolean };

/** Three marks of each indicator beside each other with how far they differ and what the data says; sentences below. */
export const ComparedTable = ({ caption, indicators, compared, mentors }: Props) => {
  const { t } = useTranslation('sides');
  const { sides, differ, figures } = compared;
  const shown = SIDES.filter((side) => mentors || side !== 'mentor' || sides.mentor.state !== 'none');
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-12 text-ink-3">
            <th scope="col" className="px-14 py-5 text-left font-normal">
              {t('indicator')}
            </th>
            {shown.map((side) => (
              <th key={side} scope="col" className="w-40 py-5 font-normal">
                {t(`side.${side}`)}
              </th>
            ))}
            <th scope="col" className="w-56 py-5 pr-14 text-right font-normal">
              {t('differ')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ id, name }, place) => (
            <tr key={id} className="border-line border-t">
              <th scope="row" className="px-14 py-6 text-left font-normal">
                {name}
                <span className="block text-12 text-ink-3 wrap-anywhere">{figures[place] ?? t('noFigure')}</span>
              </th>
              {shown.map((side) => (
                <td key={side} className="text-center">
                  <Mark side={sides[side]} indicator={id} />
                </td>
              ))}
              <td className="pr-14 text-right">
                <Differ by={differ[place] ?? null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.map((side) => (
        <Sentence key={side} name={t(`side.${side}`)} side={sides[side]} />
      ))}
    </>
  );
};

const Mark = ({ side, indicator }: { side: ShownSide; indicator: string }) => {
  const { t } = useTranslation('sides');
  if (side.state === 'shown') {
    const mark = side.marks[indicator];
    return mark === undefined ? <Nothing text={t('noMark')} /> : <b>{mark}</b>;
  }
  return <Nothing text={t(`answer.${side.state}`)} />;
};

const Nothing = ({ text }: { text: string }) => (
  <>
    <span aria-hidden="true" className="text-ink-3">
      —
    </span>
    <span className="sr-only">{text}</span>
  </>
);

const Differ = ({ by }: { by: number | null }) => {
  const { t } = useTranslation('sides');
  if (by === null) return <Nothing text={t('oneSide')} />;
  return by >= FAR ? <Tag tone="warn">{t('differBy', { n: by })}</Tag> : <span className="text-ink-2">{by}</span>;
};

/** Who gave the marks and when, what they wrote, and whether it was by other indicators. */
const Sentence = ({ name, side }: { name: string; side: ShownSide }) => {
  const { t } = useTranslation('sides');
  const look = 'border-line border-t px-14 py-6 text-12';
  if (side.state !== 'shown')
    return <p className={cx(look, 'text-ink-3')}>{t('sentence', { side: name, text: t(`answer.${side.state}`) })}</p>;
  return (
    <p className={look}>
      <span className="text-ink-3">
        {t('givenBy', { side: name, by: side.by, date: longDate(side.at), times: side.times })}
      </span>
      {side.earlier ? <Tag className="ml-6">{t('earlier')}</Tag> : null}
      {side.note === '' ? null : <span className="block text-13 wrap-anywhere">{side.note}</span>}
    </p>
  );
};
