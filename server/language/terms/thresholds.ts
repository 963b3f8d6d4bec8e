/**
 * What a chance (0–1) leads to: from `told` on it counts; from `checked` on the customer checks back; from `doubt` on people
 * decide (待核); below that nothing is said. `sure`: minded at once. A false accusation costs as much as an unearned credit.
 */
type Thresholds = { readonly told: number; readonly checked: number; readonly doubt: number; readonly sure?: number };

export const VERDICT_THRESHOLDS = {
  /** A point said right; `praised`: each point of an answer that is praised as whole; `ahead`: one praised for coming before its question. */
  covered: { told: 0.8, checked: 0.5, doubt: 0.25, praised: 0.6, ahead: 0.9 },
  /** A point nobody has asked about yet, or a bonus: it counts only when sure; from `likely` on its question isn't asked as if nobody had spoken. */
  volunteered: { told: 0.8, checked: 0.8, doubt: 0.8, likely: 0.7 },
  /** A point nobody asked about, told wrong: least chance for a rule to confirm it, its chance then, least chance without one. */
  unasked: { heard: 0.8, told: 0.9, alone: 0.95 },
  bonus: { told: 0.7, checked: 0.7, doubt: 0.25 },
  /** A point said wrong. */
  wrong: { told: 0.7, checked: 0.45, doubt: 0.25 },
  /** Manner: below `told` no reaction, no lost mark (RULES M2); below `doubt` nobody is asked; below `curt` it is thanked for. */
  tone: { told: 0.6, checked: 0.6, doubt: 0.4, sure: 0.7, curt: 0.25 },
  /** What words do to the customer: blame, hurry, send them away (RULES M79). */
  slight: { told: 0.9, checked: 0.9, doubt: 0.85 },
  /** A promise above one's authority, and a figure that differs from its card. */
  promise: { told: 0.8, checked: 0.8, doubt: 0.4 },
  card: { told: 0.8, checked: 0.8, doubt: 0.4 },
  /** A fact asked for; from `doubt` on nobody failed to ask it. `named`: for its very words; `toldAlready`: told before asked; `sideAsks`: a clause asks so surely for a side fact; `aside`: likelier by so much than the wanted fact. */
  asked: {
    told: 0.45,
    named: 0.85,
    sideAsks: 0.5,
    doubt: 0.2,
    toldAlready: 0.45,
    unheard: 0.2,
    aside: 0.25,
  },
  /** A red line. */
  redLine: { told: 0.8, checked: 0.6, doubt: 0.6 },
} as const satisfies Readonly<Record<string, Thresholds | Readonly<Record<string, number>>>>;

/** The chance a rule's word is worth where the trees aren't asked. */
export const RULE_CONFIDENCE = {
  /** The author's wording word for word; a verdict by the author's own rules. */
  verbatim: 0.95,
  ruled: 0.9,
  /** A point the customer checked back on and the trainee answered. */
  checkedBack: 0.9,
  /** Only a value, and no other open point has its kind: the right value; another value. */
  bareValue: 0.82,
  bareRival: 0.6,
  /** A right wording's own words with the other sign. */
  opposite: 0.8,
  /** A yes or no alone: its chance; its reading must reach `bareLeast` and lead the opposite by `bareApart`. */
  bareAnswer: 0.82,
  bareLeast: 0.2,
  bareApart: 0.19,
  /** The right value about the right thing. */
  framed: 0.66,
  /** Wrong by likeness alone and less sure than this: the customer checks back before minding it. */
  minded: 0.85,
  /** Factors: for a window without the figure the point turns on, and for a wrong verdict without ground. */
  lacking: 0.5,
  groundless: 0.4,
  /** A window must be this much likelier for each clause more: the quote is then just the words that say it. */
  wider: 0.05,
  /** A promise above authority or a figure against its card: in plain words, and where it may mean something else. */
  plain: 0.9,
  softened: 0.5,
  /** From here on the classifier's "answered" outweighs a rule that hears a hedge or a dodge. */
  answered: 0.85,
  /** From here on words not recognised are near enough to a point to count as content for its question. */
  near: 0.45,
} as const;

/** Shares (0–1) of one text that must be in another for the two to count as the same, by purpose. */
export const SIMILARITY_THRESHOLDS = {
  /** So much nearer to the shown wording other words of a turn are quoted in place of the judged ones; less apart, two come as near. */
  nearer: 0.1,
  asNear: 0.05,
  /** A window less like any wording than this isn't looked at. */
  candidate: 0.08,
  /** A clause with less sureness than this doesn't ask. */
  asked: 0.05,
  /** From here on all of a wording is said; below the second none of it. */
  whole: 0.98,
  none: 0.1,
  /** At most this weight: the clause says little besides its value (还有88盒, 两点二十前). */
  bare: 0.8,
  /** More than this share is said in the other sense; less than this share of a sum's figures is said. */
  turned: 0.5,
  sum: 0.5,
  /** How much values and signs count, beside likeness, in choosing the nearest wording. */
  byValues: 0.4,
  bySign: 0.4,
  /** Weight from which a word tells the topic; shares of a question's topic taken up: some of it, most of it. */
  telling: 0.5,
  someTakenUp: 0.34,
  mostTakenUp: 0.67,
  /** The share of a wording that ties a value to the point; the share that grounds a wrong verdict or an earlier limit. */
  framed: 0.3,
  ground: 0.25,
  /** A right and a wrong wording that share less than this, of the shorter, are both said: 我们有窗有灯，一分钱一分货. */
  apart: 0.5,
  /** From here on a wrong wording's id is named. */
  named: 0.3,
  /** An example sentence: share of its content, and share of its words as spoken. */
  example: 0.85,
  spoken: 0.75,
  /** Shares of a short word of the author's, of what it is about, and of another case they named. */
  word: 0.95,
  about: 0.6,
  spared: 0.85,
  /** How far, as a share, a measure may differ from the true one: told as about so much, and told plainly. */
  roundedAbout: 0.15,
  rounded: 0.03,
  /** The share of the words a customer asks with that the trainee has used: from here on it was perhaps told. */
  spokenOf: 0.33,
  /** Likeness of a quick reply used again, and the least share of its length. */
  quickReply: 0.9,
  quickReplyLength: 0.8,
  /** The share of a question that is the customer's repeated; the share of short clauses in a heap of keywords. */
  parroted: 0.8,
  stacked: 0.8,
} as const;

/** Chances (0–1) of ill manners, by what they decide. */
export const MANNER = {
  /** For the whole turn: without and with words that show it. */
  likely: 0.55,
  signed: 0.5,
  /** The weight of the worst part in a turn of one bubble; the whole has the rest. */
  partsSay: 0.4,
  /** A bubble or clause of a longer turn: from here on it is judged for the turn; from `sureSigned` on it may cost marks. */
  beside: 0.36,
  sureSigned: 0.85,
  /** A bubble's chance × its worst part's that costs marks: alone, alone and cold, in a longer turn, shown by words, asking. */
  agreed: 0.8,
  agreedCold: 0.75,
  agreedBeside: 0.8,
  agreedSigned: 0.7,
  asking: 0.9,
  /** Else the part's own chance; shown by words, the part's or the whole's (its part above `other`). `told`: its chance then. */
  sure: 0.975,
  alone: 0.97,
  other: 0.4,
  told: 0.75,
} as const;

/** Chances of a red line: for the classifier alone (a doubt, RULES M3), beside a sure one, and where words show it. */
export const RED_LINE_THRESHOLDS = {
  likely: 0.33,
  grave: 0.28,
  beside: 0.9,
  confirms: 0.33,
  graveConfirms: 0.25,
  /** For a loose row the reply must sound like it without the row's word; below the others the row's match is dropped. */
  alone: 0.9,
  unlikely: 0.1,
  deaf: 0.02,
  sureUnlikely: 0.02,
  /** The chance where words and classifier agree, where only words tell, and where the reply sounds otherwise. */
  bothHear: 0.97,
  even: 0.5,
  unlike: 0.735,
} as const;

/**
 * The chance from which a bubble or clause settles what nobody on the desk can know: for staff to rule on, and `told`, sure
 * enough to cost marks (of 300 lines by hands nobody learned from it tells 68 of 165 guesses and none that is none). `chars`:
 * the fewest characters it is told by.
 */
export const GUESSED = { chance: 0.92, told: 0.983, chars: 9 } as const;

/** The chance from which a question slights the customer, as 您自己不会看吗 does, and the fewest characters a slight is told by. */
export const SLIGHTED = { asking: 0.97, chars: 6 } as const;

/** The chance that the time in a clause is when the customer hears back: `spared`, it is no time of goods; `held`, it binds. */
export const CALL_BACK = { spared: 0.5, held: 0.85 } as const;

/** The chance from which an act counts: near the best F1 of cross-validation. Acts are rare, so these are low. */
export const ACT_THRESHOLDS = {
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
