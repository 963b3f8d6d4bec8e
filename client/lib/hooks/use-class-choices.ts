import { pathTo } from '#client/lib/endpoints.ts';
import { type Loaded, useLoad } from './use-load.ts';

/**
 * The classes a form offers, without those put away. Until they are there, or where they failed to load, the form isn't
 * shown (`before`): it would offer none, as if the teacher had none, and be sent without one.
 */
export const useClassChoices = () => {
  const { loaded, reload } = useLoad(pathTo('GET /api/classes'));
  return {
    loaded,
    reload,
    classes: loaded.state === 'ready' ? loaded.value.filter(({ archived }) => !archived) : [],
    /** What the form's page shows: its own failure first, then the classes'. */
    before: <T>(form: Loaded<T>): Loaded<T> => (loaded.state === 'ready' || form.state === 'failed' ? form : loaded),
  };
};
