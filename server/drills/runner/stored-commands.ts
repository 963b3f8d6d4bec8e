/**
 * The commands that a drill's log holds, as far as is needed to know one that comes again: four bytes each, since a drill
 * has hundreds and a server hundreds of drills. Two commands may have the same mark; so whoever finds one asks the log.
 */
export type StoredCommands = {
  add(commandId: string): void;
  /** False: no such command is in the log. True: it is, or, once in millions, another one with the same mark. */
  mayHave(commandId: string): boolean;
};

const FIRST_ROOM = 16;

export const createStoredCommands = (commandIds: Iterable<string | null>): StoredCommands => {
  let marks = new Int32Array(FIRST_ROOM);
  let count = 0;
  const add = (commandId: string): void => {
    if (count === marks.length) {
      const wider = new Int32Array(2 * count);
      wider.set(marks);
      marks = wider;
    }
    marks[count] = markOf(commandId);
    count += 1;
  };
  for (const commandId of commandIds) if (commandId !== null) add(commandId);
  return {
    add,
    mayHave: (commandId) => marks.includes(markOf(commandId)),
  };
};

/** FNV-1a over the text's UTF-16 units. 0 is left out: it marks room that isn't used. */
export const markOf = (commandId: string): number => {
  let mark = 0x811c9dc5;
  for (let index = 0; index < commandId.length; index++)
    mark = Math.imul(mark ^ commandId.charCodeAt(index), 0x01000193);
  return mark === 0 ? 1 : mark | 0;
};
