import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { DraftProps } from './draft-teams.tsx';
import { placeText } from './team-words.ts';

const LONGEST_AWARD = 7;

/** What each place is awarded. */
export const DraftAwards = ({ draft, change }: DraftProps) => {
  const { t } = useTranslation('teams');
  return (
    <section aria-labelledby="draft-awards">
      <SectionHeader id="draft-awards" title={t('draft.awards')} note={t('draft.awardsAbout')} />
      <Panel className="mb-16">
        <div className="flex flex-wrap gap-12 px-16 py-10 max-pane:px-14">
          {draft.awards.map((award, place) => (
            <TextField
              // biome-ignore lint/suspicious/noArrayIndexKey: an award is its place
              key={place}
              label={t('draft.award', { place: placeText(t, place + 1) })}
              className="w-120"
              inputMode="numeric"
              autoComplete="off"
              maxLength={LONGEST_AWARD}
              value={award}
              onChange={(event) =>
                change(
                  {
                    ...draft,
                    awards: draft.awards.map((one, other) => (other === place ? event.target.value : one)),
                  },
                  `award-${place}`,
                )
              }
            />
          ))}
        </div>
      </Panel>
    </section>
  );
};
