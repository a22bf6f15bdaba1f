import type { Excerpt } from '#domain/excerpt.ts';
import type { Link } from '#domain/link.ts';
import type { ClaimKey, ExhibitKey, Given, Ground } from './ground.ts';
import { face } from './photo.ts';
import { words } from './posts.ts';
import { said } from './statements.ts';
import { written } from './written.ts';

type Row = [
  exhibit: ExhibitKey,
  stance: Link['stance'],
  claim: ClaimKey,
  because: string,
  excerpt?: string | ((of: Ground) => Excerpt),
  weight?: 'strongly' | 'somewhat',
];

const rows: Row[] = [
  ['jnimClaim', 'supports', 'jnimRussians', 'The claim itself, as relayed.', said.jnimRussians],
  ['pictureCount', 'context', 'jnimRussians', 'A count from pictures does not exclude 50.', written.pictureRussians],
  ['coalitionCount', 'supports', 'coalitionRussians', 'The claim itself.', said.coalitionRussians],
  ['russianCounts', 'contradicts', 'coalitionRussians', 'Other channels stay below 80.', written.fewer, 'somewhat'],
  ['postA', 'supports', 'channelsRussians', 'Gives the number as “up to”.', words.counted],
  ['postB', 'supports', 'channelsRussians', 'A forward of Channel A: the same origin.', words.counted],
  ['postC', 'supports', 'channelsRussians', 'The same words as Channel A: the same origin.', words.counted],
  ['coalitionCount', 'contradicts', 'channelsRussians', 'Counts more than that.', said.coalitionRussians],
  ['russianCounts', 'context', 'channelsRussians', 'Tells that several channels say so.', written.upTo80],
  ['russianCounts', 'supports', 'commanderRussians', 'Quotes the post.', written.moreThan80],
  ['russianCounts', 'supports', 'bloggersRussians', 'Quotes the bloggers.', written.atLeast20],
  ['pictureCount', 'supports', 'bloggersRussians', '46 or more is at least 20.', written.pictureRussians, 'strongly'],
  ['russianCounts', 'supports', 'agencyRussians', 'Quotes the agency.', written.agency],
  ['pictureCount', 'contradicts', 'agencyRussians', '46 or more is not 25.', written.pictureRussians, 'strongly'],
  ['russianCounts', 'supports', 'othersRussians', 'Quotes the channels.', written.fewer],
  ['coalitionCount', 'contradicts', 'othersRussians', 'Counts more than that.', said.coalitionRussians],
  ['pictureCount', 'supports', 'newspaperRussians', 'The count itself.', written.pictureRussians, 'strongly'],
  [
    'burning',
    'context',
    'newspaperRussians',
    'Shows dozens of bodies; whose is not told.',
    (of) => ({ type: 'shot', shot: of.part('burning3') }),
  ],
  ['researcherSays', 'context', 'newspaperRussians', 'No official number stands against it.', said.silent],
  ['jnimClaim', 'supports', 'jnimMalians', 'The claim itself, as relayed.', said.jnimMalians],
  ['pictureCount', 'contradicts', 'jnimMalians', '24 or more is not 10.', written.pictureMalians, 'strongly'],
  ['coalitionCount', 'supports', 'coalitionMalians', 'The claim itself.', said.coalitionMalians],
  ['communique', 'contradicts', 'coalitionMalians', 'Admits 2 dead.', said.armyDead],
  ['communique', 'supports', 'armyMalians', 'The claim itself.', said.armyDead],
  ['coalitionCount', 'contradicts', 'armyMalians', 'Counts 47.', said.coalitionMalians],
  ['jnimClaim', 'contradicts', 'armyMalians', 'Counts 10.', said.jnimMalians],
  ['pictureCount', 'contradicts', 'armyMalians', '24 or more, from pictures.', written.pictureMalians, 'strongly'],
  ['pictureCount', 'supports', 'newspaperMalians', 'The count itself.', written.pictureMalians, 'strongly'],
  ['jnimClaim', 'supports', 'jnimTookPart', 'JNIM claims the ambush as its own.', said.jnimAmbush],
  [
    'burning',
    'supports',
    'jnimTookPart',
    'JNIM had pictures to publish; others may have taken them.',
    (of) => ({ type: 'shot', shot: of.part('burning1') }),
    'somewhat',
  ],
  ['coalitionCount', 'contradicts', 'jnimTookPart', 'The later denial.', said.coalitionDenies],
  ['coalitionCount', 'supports', 'jnimTookNoPart', 'The denial itself.', said.coalitionDenies],
  ['jnimClaim', 'contradicts', 'jnimTookNoPart', 'JNIM claims the ambush as its own.', said.jnimAmbush],
  ['coalitionCount', 'supports', 'coalitionAttacked', 'The claim itself.', 'The coalition claims the attack'],
  [
    'photo',
    'supports',
    'resembles',
    'The face is what the likeness rests on. The drawing leaves it empty.',
    (of) => ({ type: 'region', asset: of.picture.sha256, rectangle: face }),
    'somewhat',
  ],
  ['russianCounts', 'supports', 'resembles', 'Calls the likeness strong, and not verified.', written.likeness],
  ['russianCounts', 'supports', 'probablyDead', 'Quotes the analyst.', written.analyst],
  [
    'begging',
    'context',
    'probablyDead',
    'A bearded man; nobody says that he is the blogger.',
    (of) => ({ type: 'shot', shot: of.part('begging2') }),
  ],
  ['russianCounts', 'supports', 'cannotTell', 'Says so.', written.notEstablished],
  ['postA', 'supports', 'lastMessage', 'Tells of the message.', words.lastMessage],
  ['postB', 'supports', 'lastMessage', 'A forward of Channel A: the same origin.', words.lastMessage],
  ['postC', 'supports', 'lastMessage', 'The same words as Channel A: the same origin.', words.lastMessage],
  ['postA', 'supports', 'regrouped', 'Tells the course in this order.', words.regrouped],
  [
    'communique',
    'context',
    'regrouped',
    'Says that fighting goes on.',
    (of) => of.quote('communique', said.armyRefuge, 'communiqueInEnglish'),
  ],
  ['russianCounts', 'supports', 'unitCommander', 'Quotes the channel.', written.commander],
  ['russianCounts', 'supports', 'hardBattle', 'Quotes the channel.', written.hardBattle],
  ['jnimClaim', 'supports', 'complexAmbush', 'The claim itself, as relayed.', said.jnimAmbush],
  [
    'burning',
    'supports',
    'complexAmbush',
    'Several vehicles are burning; how they were hit is not seen.',
    (of) => ({ type: 'shot', shot: of.part('burning1') }),
    'somewhat',
  ],
  ['russianCounts', 'supports', 'commanderCaptured', 'Quotes the post.', written.moreThan80],
  [
    'kneeling',
    'context',
    'commanderCaptured',
    'Several men are in the hands of fighters; how many is not told.',
    (of) => ({ type: 'shot', shot: of.part('kneeling3') }),
  ],
  ['pictureCount', 'supports', 'newspaperCaptured', 'The count itself.', written.pictureCaptured],
  ['communique', 'supports', 'armyWounded', 'The claim itself.', said.armyWounded],
  ['communique', 'supports', 'armyAttackers', 'The claim itself.', said.armyAttackers],
  ['coalitionCount', 'contradicts', 'armyAttackers', 'Counts 9 of its own; JNIM’s are not in it.', said.coalitionOwn],
  ['coalitionCount', 'supports', 'coalitionOwn', 'The claim itself.', said.coalitionOwn],
  ['spokesman', 'supports', 'informed', 'Says so; the details were to come later.', said.informed],
  ['russianCounts', 'supports', 'presence', 'Tells of the announcement.', written.presence],
];

/** The sample's links, of all three stances, each with its reason and the part of the exhibit that it rests on. */
export const links: ((of: Ground) => Given<Link>)[] = rows.map(
  ([exhibit, stance, claim, because, part, weight]) =>
    (of) => ({
      exhibit: of.exhibit(exhibit),
      claim: of.claim(claim),
      stance,
      because,
      ...(weight && { weight }),
      ...(part && { excerpt: typeof part === 'string' ? of.quote(exhibit, part) : part(of) }),
    }),
);
