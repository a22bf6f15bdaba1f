import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import type { CaseRecord } from '#domain/record.ts';

/** The names by which the parts of the sample know each other; each opening of the sample gives them fresh ids. */
export type SourceKey =
  | 'jnim'
  | 'coalition'
  | 'malianArmy'
  | 'russianMinistry'
  | 'ukrainianIntelligence'
  | 'channelA'
  | 'channelB'
  | 'channelC'
  | 'wagnerChannels'
  | 'unofficialChannels'
  | 'otherChannels'
  | 'formerCommander'
  | 'militaryBloggers'
  | 'agency'
  | 'officialChannel'
  | 'monitoringGroup'
  | 'newspaper'
  | 'article'
  | 'researcher'
  | 'analyst';

export type TagKey =
  | 'border'
  | 'convoy'
  | 'casualties'
  | 'russianDead'
  | 'malianDead'
  | 'captives'
  | 'course'
  | 'blogger'
  | 'invented';

export type ExhibitKey =
  | 'begging'
  | 'kneeling'
  | 'burning'
  | 'photo'
  | 'postA'
  | 'postB'
  | 'postC'
  | 'jnimClaim'
  | 'communique'
  | 'spokesman'
  | 'researcherSays'
  | 'coalitionCount'
  | 'russianCounts'
  | 'pictureCount';

export type QuestionKey = 'russianDead' | 'malianDead' | 'jnim' | 'blogger' | 'course';

export type ClaimKey =
  | 'jnimRussians'
  | 'coalitionRussians'
  | 'channelsRussians'
  | 'commanderRussians'
  | 'bloggersRussians'
  | 'agencyRussians'
  | 'othersRussians'
  | 'newspaperRussians'
  | 'jnimMalians'
  | 'coalitionMalians'
  | 'armyMalians'
  | 'newspaperMalians'
  | 'jnimTookPart'
  | 'jnimTookNoPart'
  | 'coalitionAttacked'
  | 'resembles'
  | 'probablyDead'
  | 'cannotTell'
  | 'lastMessage'
  | 'regrouped'
  | 'unitCommander'
  | 'hardBattle'
  | 'complexAmbush'
  | 'commanderCaptured'
  | 'newspaperCaptured'
  | 'armyWounded'
  | 'armyAttackers'
  | 'coalitionOwn'
  | 'informed'
  | 'presence';

export type NoteKey = 'ambush' | 'counts' | 'blogger';

/** Things inside an exhibit that something else points at. */
export type PartKey =
  | 'begging1'
  | 'begging2'
  | 'begging3'
  | 'kneeling1'
  | 'kneeling2'
  | 'kneeling3'
  | 'kneeling4'
  | 'kneeling5'
  | 'burning1'
  | 'burning2'
  | 'burning3'
  | 'face'
  | 'postInEnglish'
  | 'communiqueInEnglish';

/** The drawn picture as the store keeps it. */
export interface Picture {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a record of the sample may point at: whatever was set out before it. Asking for anything else throws. */
export interface Ground {
  readonly picture: Picture;
  source(key: SourceKey): Id;
  tag(key: TagKey): Id;
  exhibit(key: ExhibitKey): Id;
  question(key: QuestionKey): Id;
  claim(key: ClaimKey): Id;
  note(key: NoteKey): Id;
  part(key: PartKey): Id;
  /** The quote of these words in an exhibit's own text, or in one of its translations. */
  quote(key: ExhibitKey, exact: string, translation?: PartKey): Excerpt;
}

/** A record without what the store gives it. */
export type Given<R> = R extends CaseRecord ? Omit<R, keyof CaseRecord | 'label'> : never;
