import { Link } from 'react-router';
import { declinedDrills } from '#client/lib/claim-memory.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { Today } from '#contract/portfolio.ts';

/** A link to the offer until it is answered. No drill is given without a yes: school machines are shared. */
export const ClaimNotice = ({ claim: { person: personId, name, drills } }: { claim: NonNullable<Today['claim']> }) => {
  const { t } = useTranslation('practice');
  const declined = declinedDrills(personId);
  const openCount = drills.filter((drill) => !declined.has(drill)).length;
  if (openCount === 0) return null;
  return (
    <Notice
      className="mb-12 max-pane:-mx-14"
      action={
        <Link to="/portfolio" className="link shrink-0 max-pane:inline-flex max-pane:min-h-44 max-pane:items-center">
          {t('claim.look')}
        </Link>
      }
    >
      {t('claim.text', { count: openCount, name })}
    </Notice>
  );
};
