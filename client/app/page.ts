import { type ComponentType, lazy } from 'react';

/** A page that is loaded when its address is opened: the component of that name in a file. */
export const page = <Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>) =>
  lazy(() => load().then((module) => ({ default: module[name] })));
