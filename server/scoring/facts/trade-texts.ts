/**
 * Names that shared content gives to things of the trade: types of cases, operations and their forms, platforms and
 * their figures, personas. They are written in Chinese: in English the words of `messages/en/trade.json` stand for the
 * shipped ones. Only for showing: nothing is matched or stored by these words.
 */
import type { ContentData, Persona } from '#engine/model/content.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import type { RushProfile } from '#engine/model/rush.ts';
import type { ActionField, ActionSpec, Overnight } from '#engine/model/shop.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import { type ContentKey, isShipped, shippedText } from './shipped-text.ts';
import {
  ACTIONS,
  CALLED,
  CHOICES,
  FIELDS,
  FIGURES,
  GROUPS,
  OVERNIGHT,
  PERSONAS,
  PLATFORMS,
  RUSHES,
  TRADE_EVENTS,
  TRADE_STEPS,
  TYPES,
} from './trade-ids.ts';

type Ids<Id extends string> = readonly Id[];

/** The words for an id: the catalogue's where it has the id, else `storedText`. */
const nameById = <Id extends string>(
  storedText: string,
  id: string,
  ids: Ids<Id>,
  keyOf: (id: Id) => ContentKey,
): string => {
  const knownId = ids.find((knownId) => knownId === id);
  return knownId === undefined ? storedText : shippedText(storedText, keyOf(knownId));
};

/** The words for `storedText`, found by the shipped words themselves: content has no id for these. */
const nameByWords = <Id extends string>(storedText: string, ids: Ids<Id>, keyOf: (id: Id) => ContentKey): string => {
  if (language() === 'zh') return storedText;
  const knownId = ids.find((id) => isShipped(storedText, keyOf(id)));
  return knownId === undefined ? storedText : shippedText(storedText, keyOf(knownId));
};

/** What a type of cases is called. */
export const nameOfType = ({ id, name }: Pick<ContentData['types'][number], 'id' | 'name'>): string =>
  nameById(name, id, TYPES, (type) => `trade:type.${type}`);

/** The name of a case's type; of a type nobody knows, its id. */
export const typeNameIn = (types: ContentData['types'], id: string): string => {
  const type = types.find((type) => type.id === id);
  return type === undefined ? id : nameOfType(type);
};

/** What a case of the type practises, said before the drill: nothing of what is right. Empty: of a type nobody knows. */
export const trainsOf = (id: string): string => {
  const type = TYPES.find((type) => type === id);
  return type === undefined ? '' : say(`trade:trains.${type}`);
};

/** What a persona is called. */
export const nameOfPersona = ({ id, name }: Pick<Persona, 'id' | 'name'>): string =>
  nameById(name, id, PERSONAS, (persona) => `trade:persona.${persona}`);

/** What a platform is called. */
export const nameOfPlatform = ({ id, name }: Pick<Platform, 'id' | 'name'>): string =>
  nameById(name, id, PLATFORMS, (platform) => `trade:platform.${platform}`);

/** What a rush's profile is called. */
export const nameOfRush = ({ id, name }: Pick<RushProfile, 'id' | 'name'>): string =>
  nameById(name, id, RUSHES, (rush) => `trade:rush.${rush}`);

/** What a promotion of the trade's year is called. */
export const nameOfTradeEvent = ({ id, name }: { id: string; name: string }): string =>
  nameById(name, id, TRADE_EVENTS, (event) => `trade:event.${event}`);

/** What is drilled before or after a promotion. */
export const nameOfTradeStep = ({ id, name }: { id: string; name: string }): string =>
  nameById(name, id, TRADE_STEPS, (step) => `trade:step.${step}`);

/** What a platform calls one of its figures. */
export const titleOfFigure = ({ id, title }: Pick<PlatformFigure, 'id' | 'title'>): string =>
  nameById(title, id, FIGURES, (figure) => `trade:figure.${figure}.title`);

/** The platform's formula for a figure. */
export const formulaOfFigure = ({ id, formula }: Pick<PlatformFigure, 'id' | 'formula'>): string =>
  nameById(formula, id, FIGURES, (figure) => `trade:figure.${figure}.formula`);

/** What an operation is called on the desk: the usual word, or the platform's own. */
export const titleOfAction = ({ id, title }: Pick<ActionSpec, 'id' | 'title'>): string => {
  const usual = nameById(title, id, ACTIONS, (action) => `trade:action.${action}.title`);
  return usual === title ? nameByWords(title, CALLED, (called) => `trade:called.${called}`) : usual;
};

/** What an operation is called, by its id; the id itself where the operation is unknown. */
export const titleOfDeed = (caseFacts: Pick<CaseFacts, 'action'>, id: string): string => {
  const action = caseFacts.action(id);
  return action === null ? id : titleOfAction(action);
};

/** What comes of an operation not being done; empty where nobody wrote it. */
export const whyOfAction = ({ id, why }: Pick<ActionSpec, 'id' | 'why'>): string =>
  nameById(why ?? '', id, ACTIONS, (action) => `trade:action.${action}.why`);

/** What the desk answers when it is done. */
export const doneOfAction = ({ id, done }: Pick<ActionSpec, 'id' | 'done'>): string =>
  nameById(done, id, ACTIONS, (action) => `trade:action.${action}.done`);

/** What the desk answers when the shop has closed before the answer is due. */
export const overnightOfAction = ({ id, overnight }: Pick<ActionSpec, 'id'> & { overnight: Overnight }): string =>
  nameById(overnight.done, id, OVERNIGHT, (action) => `trade:overnight.${action}`);

/** What a group of operations is called. */
export const nameOfGroup = ({ group }: Pick<ActionSpec, 'group'>): string =>
  nameByWords(group, GROUPS, (groupId) => `trade:group.${groupId}`);

/** What a field of a form is called. */
export const titleOfField = ({ title }: Pick<ActionField, 'title'>): string =>
  nameByWords(title, FIELDS, (field) => `trade:field.${field}`);

/** What a choice of a field is called. */
export const titleOfChoice = ({ value, title }: ActionField['choices'][number]): string =>
  nameById(title, value, CHOICES, (choice) => `trade:choice.${choice}`);
