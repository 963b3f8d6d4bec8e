/**
 * Names that shared content gives to things of the trade: types of cases, operations and their forms, platforms and
 * their figures, personas. They are written in Chinese: in English the words of `messages/en/trade.json` stand for the
 * shipped ones. Only for showing: nothing is matched or stored by these words.
 */
import type { ActionField, ActionSpec, ContentData, Persona } from '#engine/model/content.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import type { RushProfile } from '#engine/model/rush.ts';
import { language } from '#i18n/language.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import { type ContentKey, isShipped, shippedText } from './shipped-text.ts';
import { ACTIONS, CALLED, CHOICES, FIELDS, FIGURES, GROUPS, PERSONAS, PLATFORMS, RUSHES, TYPES } from './trade-ids.ts';

type Ids<Id extends string> = readonly Id[];

/** The words for an id: the catalogue's where it has the id, else `own`. */
function named<Id extends string>(own: string, id: string, ids: Ids<Id>, keyOf: (id: Id) => ContentKey): string {
  const known = ids.find((known) => known === id);
  return known === undefined ? own : shippedText(own, keyOf(known));
}

/** The words for `own`, found by the shipped words themselves: content has no id for these. */
function worded<Id extends string>(own: string, ids: Ids<Id>, keyOf: (id: Id) => ContentKey): string {
  if (language() === 'zh') return own;
  const known = ids.find((id) => isShipped(own, keyOf(id)));
  return known === undefined ? own : shippedText(own, keyOf(known));
}

/** What a type of cases is called. */
export const nameOfType = ({ id, name }: Pick<ContentData['types'][number], 'id' | 'name'>): string =>
  named(name, id, TYPES, (type) => `trade:type.${type}`);

/** The name of a case's type; of a type nobody knows, its id. */
export function typeNameIn(types: ContentData['types'], id: string): string {
  const type = types.find((type) => type.id === id);
  return type === undefined ? id : nameOfType(type);
}

/** What a persona is called. */
export const nameOfPersona = ({ id, name }: Pick<Persona, 'id' | 'name'>): string =>
  named(name, id, PERSONAS, (persona) => `trade:persona.${persona}`);

/** What a platform is called. */
export const nameOfPlatform = ({ id, name }: Pick<Platform, 'id' | 'name'>): string =>
  named(name, id, PLATFORMS, (platform) => `trade:platform.${platform}`);

/** What a rush's profile is called. */
export const nameOfRush = ({ id, name }: Pick<RushProfile, 'id' | 'name'>): string =>
  named(name, id, RUSHES, (rush) => `trade:rush.${rush}`);

/** What a platform calls one of its figures. */
export const titleOfFigure = ({ id, title }: Pick<PlatformFigure, 'id' | 'title'>): string =>
  named(title, id, FIGURES, (figure) => `trade:figure.${figure}.title`);

/** How a platform reckons it. */
export const formulaOfFigure = ({ id, formula }: Pick<PlatformFigure, 'id' | 'formula'>): string =>
  named(formula, id, FIGURES, (figure) => `trade:figure.${figure}.formula`);

/** What an operation is called on the desk: the usual word, or the platform's own. */
export function titleOfAction({ id, title }: Pick<ActionSpec, 'id' | 'title'>): string {
  const usual = named(title, id, ACTIONS, (action) => `trade:action.${action}.title`);
  return usual === title ? worded(title, CALLED, (called) => `trade:called.${called}`) : usual;
}

/** What an operation is called, by its id; the id itself where the operation is unknown. */
export function titleOfDeed(caseFacts: Pick<CaseFacts, 'action'>, id: string): string {
  const action = caseFacts.action(id);
  return action === null ? id : titleOfAction(action);
}

/** What comes of an operation not being done; empty where nobody wrote it. */
export const whyOfAction = ({ id, why }: Pick<ActionSpec, 'id' | 'why'>): string =>
  named(why ?? '', id, ACTIONS, (action) => `trade:action.${action}.why`);

/** What the desk answers when it is done. */
export const doneOfAction = ({ id, done }: Pick<ActionSpec, 'id' | 'done'>): string =>
  named(done, id, ACTIONS, (action) => `trade:action.${action}.done`);

/** What a group of operations is called. */
export const nameOfGroup = ({ group }: Pick<ActionSpec, 'group'>): string =>
  worded(group, GROUPS, (of) => `trade:group.${of}`);

/** What a field of a form is called. */
export const titleOfField = ({ title }: Pick<ActionField, 'title'>): string =>
  worded(title, FIELDS, (field) => `trade:field.${field}`);

/** What a choice of a field is called. */
export const titleOfChoice = ({ value, title }: ActionField['choices'][number]): string =>
  named(title, value, CHOICES, (choice) => `trade:choice.${choice}`);
