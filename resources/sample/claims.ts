import type { Claim } from '#domain/claim.ts';
import { claim, counts } from './counts.ts';
import type { ClaimKey, Given, Ground } from './ground.ts';
import { fromNote } from './note-sentences.ts';
import { words } from './posts.ts';
import { said } from './statements.ts';
import { written } from './written.ts';

const later = { edtf: '2024-07-29/..', words: 'later' };

/** The sample's claims, in the order of their numbers; one that denies another comes after it. */
export const claims: Record<ClaimKey, (of: Ground) => Given<Claim>> = {
  ...counts,
  jnimTookPart: claim({
    question: 'jnim',
    text: 'JNIM took part in the attack.',
    claimants: ['jnim'],
    relayedBy: ['monitoringGroup'],
    madeIn: ['jnimClaim', said.jnimAmbush],
  }),
  jnimTookNoPart: claim({
    question: 'jnim',
    text: 'JNIM took no part in the attack.',
    claimants: ['coalition'],
    asOf: later,
    denies: ['jnimTookPart'],
    madeIn: ['coalitionCount', said.coalitionDenies],
  }),
  coalitionAttacked: claim({
    text: 'The Tuareg coalition attacked the convoy.',
    claimants: ['coalition'],
    madeIn: ['coalitionCount', 'The coalition claims the attack'],
  }),
  resembles: (of) => ({
    ...claim({
      question: 'blogger',
      text: 'The man in the photo strongly resembles the blogger.',
      claimants: ['article'],
      madeIn: ['russianCounts', written.likeness],
    })(of),
    from: { note: of.note('blogger'), sentence: fromNote.resembles },
  }),
  probablyDead: claim({
    question: 'blogger',
    text: 'The blogger is probably dead.',
    claimants: ['analyst'],
    relayedBy: ['article'],
    madeIn: ['russianCounts', written.analyst],
  }),
  cannotTell: claim({
    question: 'blogger',
    text: 'Whether the blogger is among the dead cannot be established.',
    claimants: ['article'],
    scope: 'As of the press account',
    madeIn: ['russianCounts', written.notEstablished],
  }),
  lastMessage: claim({
    question: 'course',
    text: 'The last radio message said that three men were left and still fighting.',
    claimants: ['wagnerChannels'],
    relayedBy: ['article'],
    asOf: { edtf: '2024-07-27', words: 'late on Saturday' },
    madeIn: ['postA', words.lastMessage],
  }),
  regrouped: claim({
    question: 'course',
    text: 'The attackers took heavy losses first, then regrouped and attacked in growing mass with heavy weapons, drones and vehicle bombs.',
    claimants: ['wagnerChannels'],
    relayedBy: ['article'],
    madeIn: ['postA', words.regrouped],
  }),
  unitCommander: claim({
    question: 'course',
    text: 'The unit’s commander was killed.',
    claimants: ['wagnerChannels'],
    relayedBy: ['article'],
    scope: 'Told by a second channel',
    madeIn: ['russianCounts', written.commander],
  }),
  hardBattle: claim({
    question: 'course',
    text: 'It was an unequal, hard battle in which Russian fighters and Malian soldiers died.',
    claimants: ['wagnerChannels'],
    relayedBy: ['article'],
    scope: 'A third account',
    madeIn: ['russianCounts', written.hardBattle],
  }),
  complexAmbush: claim({
    question: 'course',
    text: 'The convoy was destroyed in a “complex” ambush.',
    claimants: ['jnim'],
    relayedBy: ['monitoringGroup'],
    asOf: { edtf: '2024-07-28', words: 'Sunday 28 July' },
    madeIn: ['jnimClaim', said.jnimAmbush],
  }),
  commanderCaptured: claim({
    text: 'More than 15 were captured.',
    claimants: ['formerCommander'],
    relayedBy: ['article'],
    amount: { of: 'captured', whom: '', atLeast: 15, wording: 'more-than' },
    asOf: { edtf: '2024-07-28/2024-07-29' },
    madeIn: ['russianCounts', written.moreThan80],
  }),
  newspaperCaptured: claim({
    text: '2 and 9 were captured, counted from pictures.',
    claimants: ['newspaper'],
    amount: { of: 'captured', whom: '', wording: 'in-words', words: '2 and 9' },
    asOf: later,
    scope: 'Those seen in pictures',
    madeIn: ['pictureCount', written.pictureCaptured],
  }),
  armyWounded: claim({
    text: '10 Malian soldiers were wounded.',
    claimants: ['malianArmy'],
    amount: { of: 'wounded', whom: 'Malian soldiers', atLeast: 10, atMost: 10, wording: 'exact' },
    asOf: { edtf: '2024-07-26/2024-07-29', words: 'Friday 26 July, updated 29 July' },
    madeIn: ['communique', said.armyWounded],
  }),
  armyAttackers: claim({
    text: 'About 20 attackers were killed.',
    claimants: ['malianArmy'],
    amount: { of: 'killed', whom: 'attackers', atLeast: 20, atMost: 20, wording: 'about' },
    asOf: { edtf: '2024-07-26/2024-07-29', words: 'Friday 26 July, updated 29 July' },
    madeIn: ['communique', said.armyAttackers],
  }),
  coalitionOwn: claim({
    text: '9 of the coalition’s own fighters were killed.',
    claimants: ['coalition'],
    amount: { of: 'killed', whom: 'fighters of the coalition', atLeast: 9, atMost: 9, wording: 'exact' },
    asOf: { edtf: '2024-08-02' },
    madeIn: ['coalitionCount', said.coalitionOwn],
  }),
  informed: claim({
    text: 'The rebels had been given information that they needed.',
    claimants: ['ukrainianIntelligence'],
    asOf: { edtf: '2024-07-29', words: 'Monday' },
    madeIn: ['spokesman', said.informed],
  }),
  presence: claim({
    text: 'The Russian presence in Mali was to grow from 100 to 300.',
    claimants: ['officialChannel'],
    relayedBy: ['article'],
    amount: { of: 'present', whom: 'Russians in Mali', words: 'from 100 to 300', wording: 'in-words' },
    asOf: { edtf: '2024-01' },
    madeIn: ['russianCounts', written.presence],
  }),
};
