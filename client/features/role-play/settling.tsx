import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { PlayedDoubt, PlayedDoubts } from '#contract/together/role-plays.ts';

const FELT_MAX = 120;
const ANSWERS = ['said', 'not-said', 'unsure'] as const;

/** After the end: what the judge wasn't sure of, and how it felt. */
export const Settling = ({ code }: { code: string }) => {
  const { t } = useTranslation('role-play');
  const { loaded, reload } = useLoad(pathTo('GET /api/role-plays/:code/doubts', { code }));
  const [changed, setChanged] = useState<PlayedDoubts | null>(null);
  if (loaded.state === 'failed') return <LoadFailed title={t('settle.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="min-h-120 px-16">
        <SkeletonBar className="w-[50%]" />
      </Skeleton>
    );
  return <Doubts code={code} told={changed ?? loaded.value} onChange={setChanged} />;
};

type Props = { code: string; told: PlayedDoubts; onChange: (told: PlayedDoubts) => void };

const Doubts = ({ code, told, onChange }: Props) => {
  const { t } = useTranslation('role-play');
  const { isBusy, error, send } = useSubmit();
  const [felt, setFelt] = useState(told.felt ?? '');
  const settle = async ({ place }: PlayedDoubt, said: (typeof ANSWERS)[number]) => {
    const settled = await send(() => call('POST /api/role-plays/:code/settle', { code }, { point: place, said }));
    if (settled !== null) onChange(settled.value);
  };
  const tell = async () => {
    const stored = await send(() => call('POST /api/role-plays/:code/felt', { code }, { felt: felt.trim() }));
    if (stored !== null) onChange(stored.value);
  };
  return (
    <section aria-label={t('settle.title')} className="grid gap-12 border-line border-t px-16 py-12">
      <h2 className="font-semibold">{t('settle.title')}</h2>
      <p className="text-ink-2">{t(told.doubts.length === 0 ? 'settle.none' : 'settle.about')}</p>
      <ul className="grid gap-10">
        {told.doubts.map((doubt) => (
          <li key={`${doubt.place.turn}-${doubt.place.point}`} className="grid gap-4 border-line border-b pb-10">
            <b lang="zh-CN">{doubt.point}</b>
            <blockquote lang="zh-CN" className="border-line-2 border-l-2 pl-8 text-ink-2">
              {doubt.quote}
            </blockquote>
            <ChoiceRow
              label={doubt.point}
              value={doubt.said}
              options={ANSWERS.map((value) => ({ value, label: t(`settle.${value}`) }))}
              size="m"
              onChange={(said) => {
                if (said !== null && !isBusy) void settle(doubt, said);
              }}
            />
          </li>
        ))}
      </ul>
      <form
        className="flex flex-wrap items-end gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          void tell();
        }}
      >
        <TextField
          label={t('felt.label')}
          maxLength={FELT_MAX}
          value={felt}
          className="min-w-0 flex-1 basis-240"
          onChange={({ target }) => setFelt(target.value)}
        />
        <Button type="submit" disabled={isBusy || felt.trim() === (told.felt ?? '')}>
          {t(told.felt !== null && felt.trim() === told.felt ? 'felt.stored' : 'felt.send')}
        </Button>
      </form>
      <Refused error={error} />
    </section>
  );
};
