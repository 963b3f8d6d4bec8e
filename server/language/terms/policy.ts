/**
 * What a chance amounts to, in one table: `told` counts as it stands, `checked` is likely and to be checked back by the
 * customer, `doubt` is left to people (待核), below it nothing is said; `sure`: minded at once, whatever else was told. A false accusation and an unearned credit cost the same.
 */
type Row = { readonly told: number; readonly checked: number; readonly doubt: number; readonly sure?: number };

export const POLICY = {
  /** A point said right. */
  covered: { told: 0.8, checked: 0.5, doubt: 0.25 },
  /** A point of what nobody has asked yet, or of a bonus: only when sure. */
  volunteered: { told: 0.8, checked: 0.8, doubt: 0.8 },
  /** A point nobody has asked about told otherwise: as likely as this before a rule bears it out, what it counts then, and by its own words alone. */
  unasked: { heard: 0.8, told: 0.9, alone: 0.95 },
  bonus: { told: 0.7, checked: 0.7, doubt: 0.25 },
  /** A point said wrong. */
  wrong: { told: 0.7, checked: 0.45, doubt: 0.25 },
  /** A manner: below `told` nobody reacts to it and no mark hangs on it (RULES M2), below `doubt` nobody is asked, below `curt` it is thanked for. */
  tone: { told: 0.6, checked: 0.6, doubt: 0.4, sure: 0.7, curt: 0.25 },
  /** A promise above one's authority, and a figure told otherwise than its card has it. */
  promise: { told: 0.8, checked: 0.8, doubt: 0.4 },
  card: { told: 0.8, checked: 0.8, doubt: 0.4 },
  /** A fact asked for; a word of what the customer has told standing in a question; asked or told perhaps: then nobody failed to ask. */
  asked: { told: 0.45, named: 0.85, doubt: 0.2, toldAlready: 0.45, unheard: 0.2 },
  /** A red line. */
  redLine: { told: 0.8, checked: 0.6, doubt: 0.6 },
} as const satisfies Readonly<Record<string, Row | Readonly<Record<string, number>>>>;

/** What the word of a rule is worth as a chance, where no trees are asked. */
export const SURENESS = {
  /** The author's own words, word for word; and what the author ruled on. */
  verbatim: 0.95,
  ruled: 0.9,
  /** What the customer has made sure of and had answered. */
  checkedBack: 0.9,
  /** A value and nothing else, where no other open point has one of its kind; another value of that kind. */
  bareValue: 0.82,
  bareRival: 0.6,
  /** A right wording's own words with the other sign. */
  opposite: 0.8,
  /** A yes or no alone, where the opposite would say something else: at least this likely, and this much likelier. */
  bareAnswer: 0.82,
  bareLeast: 0.2,
  bareApart: 0.19,
  /** The right value about the right thing. */
  framed: 0.66,
  /** Wrong by likeness alone and less sure than this: the customer makes sure before minding it. */
  minded: 0.85,
  /** What is left of a chance where the fact is a figure and none is said, and of an accusation without ground. */
  lacking: 0.5,
  groundless: 0.4,
  /** So much more likely must a window be for each clause more: the quote shows what says it and nothing beside. */
  wider: 0.05,
  /** A promise above authority or a figure against its card in plain words, and beside anything that may mean otherwise. */
  plain: 0.9,
  softened: 0.5,
  /** The classifier's word that a question was answered, against a rule that hears a hedge or a dodge. */
  answered: 0.85,
  /** What nobody recognised is near enough to a point to speak for its question. */
  near: 0.45,
} as const;

/** How much of one text (0–1) must be in another for them to be taken for the same, by what they are compared for. */
export const LIKENESS = {
  /** A window less like any wording than this isn't looked at. */
  candidate: 0.08,
  /** A clause that asks less surely than this asks nothing. */
  asked: 0.05,
  /** All of a wording, and none of it. */
  whole: 0.98,
  none: 0.1,
  /** A clause of this weight says little but its value (还有88盒, 两点二十前), or little beside it. */
  bare: 0.8,
  /** Most of what is shared is said in the other sense; half of a sum's figures are said. */
  turned: 0.5,
  sum: 0.5,
  /** Beside likeness the values and the signs tell which wording is nearest: this much of it. */
  byValues: 0.4,
  bySign: 0.4,
  /** A word tells what is talked about; and some, most of what a question is about is taken up. */
  telling: 0.5,
  someTakenUp: 0.34,
  mostTakenUp: 0.67,
  /** A right wording beside its value makes a clause speak of the point; for an earlier limit or an accusation this much. */
  framed: 0.3,
  ground: 0.25,
  /** Two wordings that share less than this, of the shorter, are said side by side: 我们有窗有灯，一分钱一分货. */
  apart: 0.5,
  /** A wrong wording that is named to the trainee. */
  named: 0.3,
  /** An example sentence: of its content, and of its words as they are spoken. */
  example: 0.85,
  spoken: 0.75,
  /** A short word of the author's, what it is about, and the other case they named. */
  word: 0.95,
  about: 0.6,
  spared: 0.85,
  /** How far, as a share, a measure told as about so much may be from the true one, and told plainly. */
  roundedAbout: 0.15,
  rounded: 0.03,
  /** Of the words a customer asks for something with, what the trainee has spoken of: from here on it was perhaps told. */
  spokenOf: 0.33,
  /** A quick reply used again, and the length that may be one. */
  quickReply: 0.9,
  quickReplyLength: 0.8,
  /** The customer's question given back; short clauses of a heap of keywords. */
  parroted: 0.8,
  stacked: 0.8,
} as const;

/** How likely ill manners must be. */
export const MANNER = {
  /** In the whole turn, without and with a sign of words. */
  likely: 0.55,
  signed: 0.5,
  /** The say of the worst part in a turn of one bubble. */
  partsSay: 0.4,
  /** A bubble or clause behind an answer: to be named, and for a mark to hang on it. */
  beside: 0.36,
  sureSigned: 0.85,
  /** A bubble's chance times its worst part's, for a mark to hang on it: alone, alone and cold, behind an answer, signed by words, asking back. */
  agreed: 0.93,
  agreedCold: 0.88,
  agreedBeside: 0.92,
  agreedSigned: 0.7,
  asking: 0.94,
  /** Without that the part must be as likely as this; where words sign it the part, or the whole with a part that is no `other`. Then it counts as told. */
  sure: 0.975,
  alone: 0.97,
  other: 0.4,
  told: 0.75,
} as const;

/** How likely a red line must be: told by the classifier alone (a doubt, RULES M3), beside a sure one, and where words show it. */
export const RED_LINE = {
  likely: 0.33,
  grave: 0.28,
  beside: 0.9,
  confirms: 0.33,
  graveConfirms: 0.25,
  /** A loose row's words need a reply that sounds like it without the row's word. */
  alone: 0.9,
  unlikely: 0.1,
  deaf: 0.02,
  sureUnlikely: 0.02,
  /** What words and classifier together are worth, and words alone. */
  bothHear: 0.97,
  even: 0.5,
  unlike: 0.735,
} as const;

/** From which chance on an act is heard: near where cross-validation gave the best F1. Acts are rare, hence so low. */
export const ACT_FROM = {
  greeting: 0.15,
  apology: 0.1,
  empathy: 0.07,
  thanks: 0.1,
  'ask-info': 0.14,
  hold: 1,
  'order-prompt': 0.1,
  'payment-reminder': 0.18,
  'follow-up': 0.18,
  'promise-time': 0.2,
  'cross-sell': 0.15,
  goodbye: 0.14,
} as const;
