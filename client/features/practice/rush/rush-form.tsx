import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  batchMinutes,
  CAPACITIES,
  GREETING_LIMIT,
  LEVELS,
  openingOf,
  type RushChoice,
  type RushLevel,
  type RushProfile,
  usualChoice,
} from '#client/drill/model/rush-choices.ts';
import { customersBetween } from '#client/drill/model/rush-forecast.ts';
import { ArrivalsChart } from '#client/drill/status/arrivals-chart.tsx';
import { call, type Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { RushMenu } from '#contract/bodies.ts';

/** One click starts the usual rush; each choice may be changed before. */
export const RushForm = ({ menu }: { menu: RushMenu }) => {
  const { t } = useTranslation('practice');
  const [choice, setChoice] = useState(() => usualChoice(menu));
  const { open, isOpening, error } = useOpening();
  const change = (changed: Partial<RushChoice>) => setChoice({ ...choice, ...changed });
  const profile = menu.profiles.find(({ id }) => id === choice.profile) ?? menu.profiles[0];
  if (profile === undefined) return null;
  const dialed = choice.capacity === null;
  return (
    <section aria-labelledby="rush">
      <div className="flex flex-wrap items-center gap-x-24 gap-y-10 px-24 pt-14 max-pane:px-14">
        <div className="min-w-240 flex-1">
          <h2 id="rush" className="font-semibold text-15">
            {t('rush.title')}
          </h2>
          <p className="text-ink-2">{t('rush.text')}</p>
        </div>
        <Button size="l" disabled={isOpening} onClick={() => void open(choice)}>
          {t(isOpening ? 'rush.opening' : 'rush.start')}
        </Button>
      </div>
      <div className="flex flex-wrap items-start gap-x-24 gap-y-12 px-24 py-12 max-pane:px-14">
        <SelectField
          label={t('rush.shop')}
          className="w-160 max-pane:w-full"
          value={choice.shop}
          choices={menu.shops.map(({ shop, shopName }) => ({ value: shop, label: shopName }))}
          onChange={(event) => change({ shop: event.target.value })}
        />
        <SelectField
          label={t('rush.profile')}
          className="w-120 max-pane:w-full"
          value={profile.id}
          choices={menu.profiles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => change({ profile: event.target.value })}
        />
        <Labelled label={t('rush.level')}>
          <Segmented
            label={t('rush.level')}
            value={String(choice.level)}
            options={LEVELS.map((level) => ({ value: String(level), label: t('rush.levelOf', { n: level }) }))}
            onChange={(next) => change({ level: Number(next) as RushLevel })}
          />
        </Labelled>
        <Labelled label={t('rush.capacity')} note={t(dialed ? 'rush.dialed' : 'rush.fixed', { n: choice.capacity })}>
          <Segmented
            label={t('rush.capacity')}
            value={dialed ? 'dial' : String(choice.capacity)}
            options={[
              { value: 'dial', label: t('rush.dial') },
              ...CAPACITIES.map((stop) => ({ value: String(stop), label: String(stop) })),
            ]}
            onChange={(next) => change({ capacity: next === 'dial' ? null : Number(next) })}
          />
        </Labelled>
        <TextField
          label={t('rush.greeting')}
          className="min-w-240 flex-1 max-pane:min-w-full"
          lang="zh-CN"
          value={choice.greeting}
          maxLength={GREETING_LIMIT}
          autoComplete="off"
          placeholder={t('rush.greetingLike')}
          hint={t('rush.greetingHint')}
          onChange={(event) => change({ greeting: event.target.value })}
        />
      </div>
      <Coming menu={menu} profile={profile} level={choice.level} />
      {error === null ? null : (
        <Notice tone="bad" className="border-line border-t px-24 max-pane:px-14">
          {t('startCard.notOpened', { message: error.message, code: error.code })}
        </Notice>
      )}
    </section>
  );
};

const useOpening = () => {
  const navigate = useNavigate();
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const open = async (choice: RushChoice) => {
    setIsOpening(true);
    setError(null);
    const answer = await call('POST /api/drills', {}, { rush: openingOf(choice), mode: 'practice' });
    if (answer.ok) return navigate(`/drills/${answer.value.id}`);
    setError(answer.error);
    setIsOpening(false);
  };
  return { open, isOpening, error };
};

const Labelled = ({ label, note, children }: { label: string; note?: string; children: ReactNode }) => (
  <div>
    <span aria-hidden="true" className="mb-3 block text-12 text-ink-2">
      {label}
    </span>
    {children}
    {note === undefined ? null : (
      <p aria-live="polite" className="mt-2 text-12 text-ink-3">
        {note}
      </p>
    )}
  </div>
);

/** How many may come, in how many minutes, when several come together, and how long it takes. */
const Coming = ({ menu, profile, level }: { menu: RushMenu; profile: RushProfile; level: RushLevel }) => {
  const { t } = useTranslation('practice');
  const batches = batchMinutes(menu, profile, level);
  const [from, to] = customersBetween(menu, profile, level, profile.minutes);
  const values = { from, to, minutes: profile.minutes, batches: listed(batches.map(String)) };
  return (
    <div className="flex items-end gap-12 border-line border-t bg-soft px-24 py-8 max-pane:flex-wrap max-pane:px-14">
      <ArrivalsChart profile={profile} level={level} />
      <p aria-live="polite" className="text-ink-2">
        {t(batches.length === 0 ? 'rush.coming' : 'rush.comingTogether', values)}
        <span className="block text-ink-3">{t('rush.length', { closing: menu.closingMinutes })}</span>
      </p>
    </div>
  );
};
