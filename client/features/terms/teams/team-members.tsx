import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RankedTeam, TermTeams } from '#contract/terms/teams.ts';
import { ShopMark } from './shop-mark.tsx';

/** Who is in which team, in the order in which the teams were saved, and who is in none. */
export const TeamMembers = ({ body }: { body: TermTeams }) => {
  const { t } = useTranslation('teams');
  const taken = new Set(body.teams.flatMap(({ members }) => members.map(({ person }) => person)));
  const free = body.roster.filter(({ person }) => !taken.has(person));
  return (
    <section aria-labelledby="team-members">
      <SectionHeader id="team-members" title={t('members')} />
      <Panel className="overflow-hidden">
        <div
          className="grid"
          style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', margin: '0 -1px -1px 0' }}
        >
          {body.teams.map(({ name, shop, members }) => (
            <Members key={name} name={name} members={members} {...(shop && { shop })} />
          ))}
          {free.length === 0 ? null : (
            <Members name={t('free')} members={free.map((one) => ({ ...one, leader: false, shift: null }))} />
          )}
        </div>
      </Panel>
    </section>
  );
};

const Members = ({ name, shop, members }: Pick<RankedTeam, 'name' | 'shop' | 'members'>) => {
  const { t } = useTranslation('teams');
  return (
    <section aria-label={name} className="border-line border-r border-b px-14 py-10">
      <h3 className="mb-4 font-semibold wrap-anywhere">
        {name}
        {shop === undefined ? null : <ShopMark shop={shop} team={name} />}
        <span className="ml-8 font-normal text-12 text-ink-3">{t('people', { n: members.length })}</span>
      </h3>
      {members.length === 0 ? <p className="text-ink-3">{t('empty')}</p> : null}
      <ul>
        {members.map((member) => (
          <li key={member.person} className="flex items-center gap-8 py-2">
            <span className="min-w-40 text-12 text-ink-3">{member.no}</span>
            <span className="min-w-0 wrap-anywhere">{member.name}</span>
            {member.leader ? <Tag tone="accent">{t('leader')}</Tag> : null}
            {member.shift === null ? null : <Tag tone="line">{t(`shift.${member.shift}`)}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
};
