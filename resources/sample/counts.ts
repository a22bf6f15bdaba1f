import type { Amount, Claim } from '#domain/claim.ts';
import type { ClaimKey, ExhibitKey, Given, Ground, QuestionKey, SourceKey } from './ground.ts';
import { nearTinzaouaten } from './known.ts';
import { words } from './posts.ts';
import { said } from './statements.ts';
import { written } from './written.ts';

/** What a claim of the sample says beyond its text. */
export interface Saying {
  text: string;
  question?: QuestionKey;
  claimants: SourceKey[];
  relayedBy?: SourceKey[];
  amount?: Amount;
  asOf?: Claim['asOf'];
  scope?: string;
  madeIn?: [exhibit: ExhibitKey, exact: string];
  denies?: ClaimKey[];
}

/** Gives the claim record of a saying. */
export function claim(saying: Saying): (of: Ground) => Given<Claim> {
  return (of) => ({
    ...(saying.question && { question: of.question(saying.question) }),
    text: saying.text,
    claimants: saying.claimants.map((key) => of.source(key)),
    relayedBy: (saying.relayedBy ?? []).map((key) => of.source(key)),
    ...(saying.amount && { amount: saying.amount }),
    ...(saying.asOf && { asOf: saying.asOf }),
    scope: saying.scope ?? '',
    place: nearTinzaouaten,
    ...(saying.madeIn && {
      madeIn: { exhibit: of.exhibit(saying.madeIn[0]), excerpt: of.quote(...saying.madeIn) },
    }),
    supersedes: [],
    denies: (saying.denies ?? []).map((key) => of.claim(key)),
    retracts: [],
  });
}

const russians = (ends: Omit<Amount, 'of' | 'whom'>): Amount => ({ of: 'killed', whom: 'Russian fighters', ...ends });
const malians = (ends: Omit<Amount, 'of' | 'whom'>): Amount => ({ of: 'killed', whom: 'Malian soldiers', ...ends });

const sunday = { edtf: '2024-07-28', words: 'Sunday 28 July' };
const later = { edtf: '2024-07-29/..', words: 'later' };
const twoDays = { edtf: '2024-07-28/2024-07-29' };

type Counts =
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
  | 'newspaperMalians';

/** Who counted how many dead; ends that were left open stay open. */
export const counts: Record<Counts, (of: Ground) => Given<Claim>> = {
  jnimRussians: claim({
    question: 'russianDead',
    text: '50 Russian fighters were killed.',
    claimants: ['jnim'],
    relayedBy: ['monitoringGroup'],
    amount: russians({ atLeast: 50, atMost: 50, wording: 'exact' }),
    asOf: sunday,
    madeIn: ['jnimClaim', said.jnimRussians],
  }),
  coalitionRussians: claim({
    question: 'russianDead',
    text: '84 Russian fighters were killed.',
    claimants: ['coalition'],
    amount: russians({ atLeast: 84, atMost: 84, wording: 'exact' }),
    asOf: { edtf: '2024-08-02' },
    madeIn: ['coalitionCount', said.coalitionRussians],
  }),
  channelsRussians: claim({
    question: 'russianDead',
    text: 'Up to 80 Russian fighters were killed.',
    claimants: ['unofficialChannels'],
    relayedBy: ['article'],
    amount: russians({ atMost: 80, wording: 'up-to' }),
    asOf: twoDays,
    madeIn: ['postA', words.counted],
  }),
  commanderRussians: claim({
    question: 'russianDead',
    text: 'More than 80 Russian fighters were killed.',
    claimants: ['formerCommander'],
    relayedBy: ['article'],
    amount: russians({ atLeast: 80, wording: 'more-than' }),
    asOf: twoDays,
    madeIn: ['russianCounts', written.moreThan80],
  }),
  bloggersRussians: claim({
    question: 'russianDead',
    text: 'At least 20 Russian fighters were killed.',
    claimants: ['militaryBloggers'],
    relayedBy: ['article'],
    amount: russians({ atLeast: 20, wording: 'at-least' }),
    asOf: { edtf: '2024-07-28' },
    madeIn: ['russianCounts', written.atLeast20],
  }),
  agencyRussians: claim({
    question: 'russianDead',
    text: '25 Russian fighters were killed.',
    claimants: ['agency'],
    relayedBy: ['article'],
    amount: russians({ atLeast: 25, atMost: 25, wording: 'exact' }),
    asOf: { edtf: '2024-07-29' },
    madeIn: ['russianCounts', written.agency],
  }),
  othersRussians: claim({
    question: 'russianDead',
    text: 'Fewer than 80 Russian fighters were killed; no figure is given.',
    claimants: ['otherChannels'],
    relayedBy: ['article'],
    amount: russians({ atMost: 80, wording: 'fewer-than' }),
    asOf: { edtf: '2024-07-29' },
    madeIn: ['russianCounts', written.fewer],
  }),
  newspaperRussians: claim({
    question: 'russianDead',
    text: '46 or more Russian fighters were killed, counted from pictures.',
    claimants: ['newspaper'],
    amount: russians({ atLeast: 46, wording: 'at-least' }),
    asOf: later,
    scope: 'Those seen in pictures',
    madeIn: ['pictureCount', written.pictureRussians],
  }),
  jnimMalians: claim({
    question: 'malianDead',
    text: '10 Malian soldiers were killed.',
    claimants: ['jnim'],
    relayedBy: ['monitoringGroup'],
    amount: malians({ atLeast: 10, atMost: 10, wording: 'exact' }),
    asOf: sunday,
    madeIn: ['jnimClaim', said.jnimMalians],
  }),
  coalitionMalians: claim({
    question: 'malianDead',
    text: '47 Malian soldiers were killed.',
    claimants: ['coalition'],
    amount: malians({ atLeast: 47, atMost: 47, wording: 'exact' }),
    asOf: { edtf: '2024-08-02' },
    madeIn: ['coalitionCount', said.coalitionMalians],
  }),
  armyMalians: claim({
    question: 'malianDead',
    text: '2 Malian soldiers were killed.',
    claimants: ['malianArmy'],
    amount: malians({ atLeast: 2, atMost: 2, wording: 'exact' }),
    asOf: { edtf: '2024-07-26/2024-07-29', words: 'Friday 26 July, updated 29 July' },
    madeIn: ['communique', said.armyDead],
  }),
  newspaperMalians: claim({
    question: 'malianDead',
    text: '24 or more Malian soldiers were killed, counted from pictures.',
    claimants: ['newspaper'],
    amount: malians({ atLeast: 24, wording: 'at-least' }),
    asOf: later,
    scope: 'Those seen in pictures',
    madeIn: ['pictureCount', written.pictureMalians],
  }),
};
