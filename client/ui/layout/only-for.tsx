import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { isStaff, isTeacher, type Person, refreshMe, signInPath, useMe } from '#client/lib/hooks/me.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from './empty-state.tsx';
import { LoadFailed } from './load-failed.tsx';
import { Panel } from './panel.tsx';
import { Skeleton, SkeletonBar } from './skeleton.tsx';

export type PageAccess = 'signed-in' | 'staff' | 'teacher' | 'admin' | 'machine-admin';

const MAY_ENTER: Record<PageAccess, (person: Person) => boolean> = {
  'signed-in': () => true,
  staff: (person) => isStaff(person.role),
  teacher: (person) => isTeacher(person.role),
  admin: (person) => person.role === 'admin',
  'machine-admin': (person) => person.machineAdmin,
};

/**
 * A page for some people only. A visitor who isn't signed in goes to the sign-in page and comes back afterwards. The
 * server refuses by itself; this only avoids an empty page.
 */
export const OnlyFor = ({ who, children }: { who: PageAccess; children: (person: Person) => ReactNode }) => {
  const { t } = useTranslation('ui');
  const { pathname, search } = useLocation();
  const me = useMe();
  if (me.state === 'failed') {
    return (
      <Panel>
        <LoadFailed title={t('door.failed')} error={me.error} onRetry={refreshMe} />
      </Panel>
    );
  }
  if (me.state === 'loading') {
    return (
      <Skeleton>
        <Panel className="flex h-200 flex-col gap-12 p-24">
          <SkeletonBar className="w-[20%]" />
          <SkeletonBar className="w-[50%]" />
        </Panel>
      </Skeleton>
    );
  }
  const { person } = me.me;
  if (person === null) {
    if (me.me.setup.needed && me.me.setup.here) return <Navigate to="/set-up" replace />;
    return <Navigate to={signInPath(`${pathname}${search}`)} replace />;
  }
  if (MAY_ENTER[who](person)) return children(person);
  return (
    <Panel>
      <EmptyState
        title={t('door.refused')}
        text={t('door.refusedText', { who: t(`door.${who}`), role: t(`role.${person.role}`) })}
        action={<ButtonLink to="/">{t('home')}</ButtonLink>}
      />
    </Panel>
  );
};
