/**
 * The commands that a drill's log holds, as far as is needed to know one that comes again: eight to sixteen bytes each,
 * since a drill has hundreds and a server hundreds of drills. Two commands may have the same mark; so whoever finds one asks the log.
 */
export type StoredCommands = {
  add(commandId: string): void;
  /** False: no such command is in the log. True: it is, or, once in millions, another one with the same mark. */
  mayHave(commandId: string): boolean;
};

/** A power of two, as each later room is. */
const FIRST_ROOM = 16;

/** Where a mark is, or where it belongs: of an open table at most half full, so that a look into it doesn't grow with the log. */
const placeIn = (table: Int32Array, mark: number): number => {
  let place = mark & (table.length - 1);
  while (table[place] !== 0 && table[place] !== mark) place = (place + 1) & (table.length - 1);
  return place;
};

export const createStoredCommands = (commandIds: Iterable<string | null>): StoredCommands => {
  let marks = new Int32Array(FIRST_ROOM);
  let count = 0;
  const widen = (): void => {
    const wider = new Int32Array(2 * marks.length);
    for (const mark of marks) if (mark !== 0) wider[placeIn(wider, mark)] = mark;
    marks = wider;
  };
  const add = (commandId: string): void => {
    if (2 * count >= marks.length) widen();
    const mark = markOf(commandId);
    const place = placeIn(marks, mark);
    if (marks[place] === 0) count += 1;
    marks[place] = mark;
  };
  for (const commandId of commandIds) if (commandId !== null) add(commandId);
  return {
    add,
    mayHave: (commandId) => {
      const mark = markOf(commandId);
      return marks[placeIn(marks, mark)] === mark;
    },
  };
};

/** FNV-1a over the text's UTF-16 units. 0 is left out: it marks room that isn't used. */
export const markOf = (commandId: string): number => {
  let mark = 0x811c9dc5;
  for (let index = 0; index < commandId.length; index++)
    mark = Math.imul(mark ^ commandId.charCodeAt(index), 0x01000193);
  return mark === 0 ? 1 : mark | 0;
};
