import type { Assessment, ClaimStatus, Judgement } from '#domain/assessment.ts';
import type { ClaimKey, ExhibitKey, Given, Ground, SourceKey } from './ground.ts';

type Grade<Scale extends Judgement['scale']> = Extract<Judgement, { scale: Scale }>['value'];

const reliability: [SourceKey, Grade<'reliability'>, string][] = [
  ['jnim', 'D', 'A party that counts its enemy’s dead.'],
  ['coalition', 'D', 'A party that counts its enemy’s dead.'],
  ['malianArmy', 'D', 'A party that counts its own dead.'],
  ['ukrainianIntelligence', 'D', 'Has an interest of its own in how this is seen.'],
  ['channelA', 'D', 'Close to one party; what it says of the battle cannot be followed back.'],
  ['channelB', 'E', 'Forwards without checking.'],
  ['channelC', 'E', 'Copies without saying whence.'],
  ['agency', 'D', 'Close to one party.'],
  ['monitoringGroup', 'B', 'Relays what a group publishes and says that it relays it.'],
  ['newspaper', 'B', 'Says what its count rests on: pictures.'],
  ['article', 'B', 'Names its sources by sort and says what is not verified.'],
  ['researcher', 'B', 'Speaks within the own field of work.'],
  ['formerCommander', 'F', 'Nothing is known of how this person would know.'],
];

const credibility: [ExhibitKey, Grade<'credibility'>, string][] = [
  ['begging', '3', 'Described plainly, but the file is not held.'],
  ['kneeling', '3', 'Described plainly, but the file is not held.'],
  ['burning', '3', 'Published by a party; fits what others tell.'],
  ['photo', '6', 'The photo is not held and nobody has verified it.'],
  ['postA', '4', 'One origin, close to one party. (The post is invented for the sample.)'],
  ['jnimClaim', '4', 'A party’s own count.'],
  ['communique', '4', 'Far below every other count.'],
  ['coalitionCount', '4', 'A party’s own count.'],
  ['russianCounts', '3', 'Reports who said what; the counts themselves disagree.'],
  ['pictureCount', '2', 'Rests on pictures, and says so.'],
];

const status: [ClaimKey, ClaimStatus, string][] = [
  ['newspaperRussians', 'partly-verified', 'The one count that says what it rests on: pictures.'],
  ['newspaperMalians', 'partly-verified', 'The one count that says what it rests on: pictures.'],
  ['armyMalians', 'disputed', 'Three other counts are higher; one rests on pictures.'],
  ['agencyRussians', 'disputed', 'The later count from pictures is higher.'],
  ['jnimTookPart', 'disputed', 'Claimed by JNIM, denied by the coalition.'],
  ['jnimTookNoPart', 'disputed', 'Both had claimed the attack before.'],
  ['cannotTell', 'undetermined', 'Nothing in the case decides it.'],
];

const checked: [Extract<Judgement, { scale: 'checklist' }>, string][] = [
  [{ scale: 'checklist', item: 'provenance', value: 'no' }, 'The photo is not held; a drawing stands for it.'],
  [{ scale: 'checklist', item: 'source', value: 'cannot-tell' }, 'Who took it is not told.'],
  [{ scale: 'checklist', item: 'place', value: 'cannot-tell' }, 'Said to be from the scene.'],
  [{ scale: 'checklist', item: 'subject', value: 'cannot-tell' }, 'A likeness, not an identification.'],
];

/** The judgements of the sample. They are signed by whoever opens it, so the case's summary says whose they are. */
export const assessments: ((of: Ground) => Given<Assessment>)[] = [
  ...reliability.map(
    ([key, value, because]) =>
      (of: Ground): Given<Assessment> => ({
        about: { table: 'sources', id: of.source(key) },
        judgement: { scale: 'reliability', value },
        because,
      }),
  ),
  ...credibility.map(
    ([key, value, because]) =>
      (of: Ground): Given<Assessment> => ({
        about: { table: 'exhibits', id: of.exhibit(key) },
        judgement: { scale: 'credibility', value },
        because,
      }),
  ),
  ...status.map(
    ([key, value, because]) =>
      (of: Ground): Given<Assessment> => ({
        about: { table: 'claims', id: of.claim(key) },
        judgement: { scale: 'status', value },
        because,
      }),
  ),
  ...checked.map(
    ([judgement, because]) =>
      (of: Ground): Given<Assessment> => ({
        about: { table: 'exhibits', id: of.exhibit('photo') },
        judgement,
        because,
      }),
  ),
];
