import { type ComponentType, lazy } from 'react';

/** A page that is loaded when its address is opened: the component of that name in a file, and the styles it waits for. */
export const page = <Name extends string>(
  name: Name,
  load: () => Promise<Record<Name, ComponentType>>,
  styles?: () => Promise<void>,
) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), styles?.()]);
    return { default: module[name] };
  });
