import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ClassBody, MentorsSee } from '#contract/people.ts';

const CHOICES = ['all', 'shared'] as const satisfies readonly MentorsSee[];

/** What the school's own mentors see of a class: there where the school has one. */
export const MentorsSeeRow = ({ body, onChanged }: { body: ClassBody; onChanged: () => void }) => {
  const { t } = useTranslation('classroom');
  const { isBusy, error, send } = useSubmit();
  const { mentorsSee = 'all', mentors = 0 } = body;
  if (mentors === 0) return null;
  const choose = async (next: MentorsSee) => {
    if (next === mentorsSee || isBusy) return;
    const reply = await send(() => call('POST /api/classes/:id', { id: body.id }, { mentorsSee: next }));
    if (reply === null) return;
    showToast(t(`class.mentors.now.${next}`));
    onChanged();
  };
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-12 gap-y-4">
      <span className="text-ink-2">{t('class.mentors.title', { n: mentors })}</span>
      <Segmented
        label={t('class.mentors.label')}
        value={mentorsSee}
        options={CHOICES.map((value) => ({ value, label: t(`class.mentors.${value}`) }))}
        onChange={(next) => void choose(next)}
      />
      <span className="basis-full text-12 text-ink-3">{t(`class.mentors.text.${mentorsSee}`)}</span>
      <Refused error={error} />
    </div>
  );
};
