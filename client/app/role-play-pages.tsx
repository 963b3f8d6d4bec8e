import { lazy } from 'react';

const Pages = lazy(() =>
  import('#client/features/role-play/role-play-pages.tsx').then((module) => ({ default: module.RolePlayPages })),
);

/** Role play. A step of its own: the app's first file, which the desk loads, names none of the files these pages need. */
export const RolePlayRoom = () => <Pages />;
