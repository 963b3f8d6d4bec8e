import { Dices } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { type CellKey, cellsOf, keyOf, proposal, usualMinutes } from '#client/features/paper/model/proposal.ts';
import { call } from '#client/lib/api.ts';
import { day } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ClassRow } from '#contract/people.ts';
import type { PaperCell, PaperDraws, QuestionMenu } from '#contract/questions.ts';
import { CellTable } from './cell-table.tsx';
import { DrawsField } from './draws-field.tsx';

type Props = { menu: QuestionMenu; classes: readonly ClassRow[]; requestedClass: string | null };
type Counts = ReadonlyMap<CellKey, number>;

const TOTALS = ['10', '20', '25', '30', '50'] as const;
const USUAL_TOTAL = 25;
const MOST_QUESTIONS = 50;
const LEAST_MINUTES = 5;
const MOST_MINUTES = 120;
const SEEDS = 1_000_000;

/** The seeds' own: twenty questions of level 1. */
const AWARENESS_TOTAL = 20;
const isBasic = ({ level }: { level: PaperCell['level'] }): boolean => level === 1;

const countsOf = (cells: readonly PaperCell[]): Counts => new Map(cells.map((cell) => [keyOf(cell), cell.count]));

/** Name, class, minutes, how many questions of what, and the number that draws them. */
export const PaperForm = ({ menu, classes, requestedClass }: Props) => {
  const { t } = useTranslation('paper');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const [name, setName] = useState(() => t('new.usualName', { day: day(Date.now()) }));
  const [classId, setClassId] = useState(
    () => (classes.find(({ id }) => id === requestedClass) ?? classes.find(({ members }) => members > 0))?.id ?? '',
  );
  const [counts, setCounts] = useState<Counts>(() => countsOf(proposal(menu, USUAL_TOTAL)));
  const [minutes, setMinutes] = useState(() => usualMinutes(USUAL_TOTAL));
  const [draws, setDraws] = useState<PaperDraws>('same');
  const [isAwareness, setIsAwareness] = useState(false);
  const [seed, setSeed] = useState(() => Math.floor(Math.random() * SEEDS));
  const cells = cellsOf(menu).flatMap(({ topic, level }) => {
    const count = counts.get(keyOf({ topic, level })) ?? 0;
    return count === 0 ? [] : [{ topic, level, count }];
  });
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const ofLevel = (level: PaperCell['level']): number =>
    cells.reduce((sum, cell) => sum + (cell.level === level ? cell.count : 0), 0);
  const reason =
    total === 0
      ? t('new.noQuestions')
      : total > MOST_QUESTIONS
        ? t('new.tooMany', { most: MOST_QUESTIONS })
        : name.trim() === ''
          ? t('new.noName')
          : minutes < LEAST_MINUTES
            ? t('new.tooShort', { least: LEAST_MINUTES })
            : null;
  const propose = (next: number) => {
    setCounts(countsOf(proposal(menu, next)));
    setMinutes(usualMinutes(next));
  };
  // 岗位认知测试 by one press: what everybody on the post has to know.
  const proposeAwareness = () => {
    const basic = { ...menu, topics: menu.topics.map((one) => ({ ...one, levels: one.levels.filter(isBasic) })) };
    setCounts(countsOf(proposal(basic, AWARENESS_TOTAL)));
    setMinutes(usualMinutes(AWARENESS_TOTAL));
    setName(t('new.awarenessName', { day: day(Date.now()) }));
    setIsAwareness(true);
  };
  const set = async (event: FormEvent) => {
    event.preventDefault();
    if (reason !== null) return;
    const body = {
      ...{ name: name.trim(), classId: classId === '' ? null : classId, minutes, cells, seed, draws },
      ...(isAwareness && { awareness: true as const }),
    };
    const made = await send(() => call('POST /api/papers', {}, body), true);
    if (made !== null) void navigate(`/runs/${encodeURIComponent(made.value.id)}/paper`);
  };
  return (
    <form noValidate onSubmit={(event) => void set(event)}>
      <FormRow name={t('new.name')}>
        <TextField
          hideLabel
          label={t('new.name')}
          value={name}
          maxLength={40}
          className="max-w-360"
          onChange={(event) => setName(event.target.value)}
        />
      </FormRow>
      <FormRow name={t('new.class')}>
        <SelectField
          hideLabel
          label={t('new.class')}
          value={classId}
          className="max-w-360"
          choices={[
            ...classes.map(({ id, name: className, members }) => ({
              value: id,
              label: t('new.classOf', { name: className, n: members }),
            })),
            { value: '', label: t('new.noClass') },
          ]}
          onChange={(event) => setClassId(event.target.value)}
        />
      </FormRow>
      <FormRow name={t('new.awareness')}>
        <Button onClick={proposeAwareness}>{t('new.awarenessGo')}</Button>
        <label className="mt-8 flex min-h-24 items-center gap-8 max-pane:min-h-44">
          <input type="checkbox" checked={isAwareness} onChange={(event) => setIsAwareness(event.target.checked)} />
          {t('new.isAwareness')}
        </label>
        <p className="text-12 text-ink-3">{t('new.awarenessText')}</p>
      </FormRow>
      <FormRow name={t('new.questions')}>
        <Segmented
          label={t('new.total')}
          value={String(total)}
          options={TOTALS.map((value) => ({ value, label: t('new.count', { n: value }) }))}
          onChange={(next) => propose(Number(next))}
        />
        <p role="status" className="mt-6 text-ink-2">
          {t('new.sum', { n: total, one: ofLevel(1), three: ofLevel(3), five: ofLevel(5) })}
        </p>
        <CellTable menu={menu} counts={counts} onChange={(key, count) => setCounts(new Map(counts).set(key, count))} />
        <DrawsField value={draws} onChange={setDraws} />
      </FormRow>
      <FormRow name={t('new.minutes')}>
        <NumberField
          hideLabel
          label={t('new.minutes')}
          value={minutes}
          max={MOST_MINUTES}
          unit={t('new.minutesUnit')}
          hint={t('new.minutesText')}
          onChange={setMinutes}
        />
      </FormRow>
      <FormRow name={t('new.seed')}>
        <div className="flex flex-wrap items-center gap-8">
          <TextField
            hideLabel
            label={t('new.seed')}
            value={String(seed)}
            inputMode="numeric"
            maxLength={6}
            className="w-120"
            onChange={(event) => setSeed(Number(event.target.value.replace(/\D/g, '').slice(0, 6)))}
          />
          <Button onClick={() => setSeed(Math.floor(Math.random() * SEEDS))}>
            <Dices size={14} aria-hidden="true" />
            {t('new.again')}
          </Button>
        </div>
        <p className="mt-4 text-12 text-ink-3">{t('new.seedText')}</p>
      </FormRow>
      <div className="px-18 py-14 max-pane:px-14">
        <p className="mb-10 text-12 text-ink-3">{t('new.sealed')}</p>
        <div className="flex flex-wrap items-center gap-x-12 gap-y-6">
          <Button type="submit" kind="primary" size="l" disabled={isBusy} disabledReason={reason}>
            {t('new.go')}
          </Button>
        </div>
        <Refused error={error} className="mt-10" />
      </div>
    </form>
  );
};
