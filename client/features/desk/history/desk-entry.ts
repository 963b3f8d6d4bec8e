/** What an entry of the tab's history keeps of the desk. */
import { type DeskUi, type OpenForm, SIDE_TABS } from '#client/features/desk/model/desk-ui.ts';

/** The side panel's sheet: which of its tabs is open, and which operation's form. */
export type Drawer = Pick<DeskUi, 'tab' | 'form'>;

/**
 * `shown`: the conversation that is open. `opened`: there is a step of its own for it, with the phone's list below.
 * `drawer`: this entry is the sheet's own, with what it stands over below it.
 */
export type DeskEntry = { shown: string | null; opened: boolean; drawer: Drawer | null };

const fieldsOf = (value: unknown): Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const formOf = (value: unknown): OpenForm | null => {
  const { action, preset } = fieldsOf(value);
  if (typeof action !== 'string') return null;
  const texts = Object.entries(fieldsOf(preset)).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return { action, preset: Object.fromEntries(texts) };
};

const drawerOf = (value: unknown): Drawer | null => {
  const fields = fieldsOf(value);
  const tab = SIDE_TABS.find((one) => one === fields.tab);
  return tab === undefined ? null : { tab, form: formOf(fields.form) };
};

export const entryOf = (state: unknown): DeskEntry => {
  const fields = fieldsOf(state);
  return {
    shown: typeof fields.shown === 'string' ? fields.shown : null,
    opened: fields.opened === true,
    drawer: drawerOf(fields.drawer),
  };
};

export const isSameDrawer = (one: Drawer | null, other: Drawer | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
