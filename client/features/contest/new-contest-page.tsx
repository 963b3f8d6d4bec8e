import { MINUTE_MS } from '#client/lib/spans.ts';
import './strings.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { chinaInput, fromChinaInput } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { NewContest } from '#contract/contests/rules.ts';
import { type CaseChoice, CasesRow, Check, type ContestDraft, KindRow, TeamsRow, WindowRow } from './contest-rows.tsx';

const HALF_HOUR_MS = 30 * MINUTE_MS;
const MOST_SEED_CHARACTERS = 40;

/** A form filled in so that it can be sent as it is: an hour's arena that begins with the next half hour. */
const newDraft = (cases: readonly CaseChoice[], now: number): ContestDraft => {
  const opensAt = Math.ceil(now / HALF_HOUR_MS) * HALF_HOUR_MS;
  return {
    ...{ name: '', scenarios: cases.slice(0, 1).map(({ id }) => id), minutes: 10, arrivals: 'spaced', seed: '' },
    ...{ kind: 'arena', counted: 1, rounds: null, teamBest: 3, teamsBy: 'entry' },
    ...{ opens: chinaInput(opensAt), closes: chinaInput(opensAt + 2 * HALF_HOUR_MS), freezeMinutes: 10 },
    ...{ lateEntry: true, replays: true },
  };
};

/** Null: a time is missing. */
const requestOf = ({ opens, closes, ...rest }: ContestDraft): NewContest | null => {
  const [opensAt, closesAt] = [fromChinaInput(opens), fromChinaInput(closes)];
  if (opensAt === null || closesAt === null) return null;
  const isSitting = rest.kind === 'sitting';
  return {
    ...rest,
    ...{ opensAt, closesAt, scenarios: [...new Set(rest.scenarios.filter((id) => id !== ''))] },
    ...(isSitting && { counted: 1, rounds: 1 }),
    // Without words of one's own the contest has some that nobody else has.
    seed: rest.seed.trim() === '' ? `${rest.name} ${opensAt}`.slice(0, MOST_SEED_CHARACTERS) : rest.seed,
  };
};

export const NewContestPage = () => {
  const { t } = useTranslation('contest');
  useTitle(t('new.title'));
  return <OnlyFor who="teacher">{() => <LoadedForm />}</OnlyFor>;
};

const LoadedForm = () => {
  const { t } = useTranslation('contest');
  const { loaded, reload } = useLoad(pathTo('GET /api/scenarios'));
  return (
    <LoadedPanel
      isForm
      title={t('new.title')}
      about={t('new.about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('new.failed')}
      none={{ is: (value) => value.length === 0, title: t('new.noCases'), text: t('new.noCasesText') }}
    >
      {(cases) => <ContestForm cases={cases.filter(({ short }) => !short)} />}
    </LoadedPanel>
  );
};

export const ContestForm = ({ cases }: { cases: readonly CaseChoice[] }) => {
  const { t } = useTranslation('contest');
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => newDraft(cases, Date.now()));
  const { isBusy, error, send } = useSubmit();
  const onChange = (changed: Partial<ContestDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const request = requestOf(draft);
  const missing =
    draft.name.trim() === ''
      ? t('new.missing.name')
      : request === null || request.scenarios.length === 0
        ? t('new.missing.parts')
        : request.closesAt <= request.opensAt
          ? t('new.missing.window')
          : request.freezeMinutes * MINUTE_MS >= request.closesAt - request.opensAt
            ? t('new.missing.freeze')
            : null;
  const make = async () => {
    if (request === null || missing !== null) return;
    const made = await send(() => call('POST /api/contests', {}, request), true);
    if (made !== null) void navigate(`/contests/${made.value.id}`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <FormRow name={t('new.name')}>
        <TextField
          label={t('new.name')}
          hideLabel
          value={draft.name}
          maxLength={40}
          className="max-w-[440px]"
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </FormRow>
      <CasesRow draft={draft} onChange={onChange} cases={cases} />
      <KindRow draft={draft} onChange={onChange} />
      <WindowRow draft={draft} onChange={onChange} />
      <TeamsRow draft={draft} onChange={onChange} />
      <FormRow name={t('new.after')}>
        <Check checked={draft.replays} label={t('new.replays')} onChange={(replays) => onChange({ replays })} />
        <TextField
          label={t('new.seed')}
          value={draft.seed}
          maxLength={MOST_SEED_CHARACTERS}
          hint={t('new.seedText')}
          className="mt-8 max-w-[440px]"
          onChange={(event) => onChange({ seed: event.target.value })}
        />
      </FormRow>
      <div className="flex flex-wrap items-center gap-12 px-18 py-14 max-pane:px-14">
        <Button type="submit" kind="primary" size="l" disabled={isBusy} disabledReason={missing}>
          {t('new.do')}
        </Button>
        <Refused error={error} className="basis-full" />
      </div>
    </form>
  );
};
