import { type CellKey, cellsOf, keyOf, OWN_TOPIC } from '#client/features/paper/model/proposal.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import type { QuestionMenu } from '#contract/questions.ts';

type Props = {
  menu: QuestionMenu;
  counts: ReadonlyMap<CellKey, number>;
  onChange: (key: CellKey, count: number) => void;
};

/** How many of each topic and level; beside each field how many the bank has. */
export const CellTable = ({ menu, counts, onChange }: Props) => {
  const { t } = useTranslation('paper');
  const cells = cellsOf(menu);
  const topics = [...new Set(cells.map(({ topic }) => topic))];
  const nameOf = (topic: string): string =>
    topic === OWN_TOPIC ? t('new.own') : (menu.topics.find(({ id }) => id === topic)?.name ?? topic);
  return (
    <Disclosure head={t('new.cells')} className="mt-8 border border-line">
      <ul className="px-14">
        {topics.map((topic) => (
          <li
            key={topic}
            className="grid grid-cols-[minmax(0,1fr)_repeat(3,116px)] items-center gap-x-8 gap-y-4 border-line border-b py-6 last:border-b-0 max-pane:grid-cols-3"
          >
            <span lang="zh-CN" className="max-pane:col-span-full">
              {nameOf(topic)}
            </span>
            {cells
              .filter((cell) => cell.topic === topic)
              .map((cell) => (
                <NumberField
                  key={cell.level}
                  label={t(`level.${cell.level}`)}
                  value={counts.get(keyOf(cell)) ?? 0}
                  max={cell.most}
                  unit={t('new.most', { most: cell.most })}
                  onChange={(count) => onChange(keyOf(cell), count)}
                />
              ))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
