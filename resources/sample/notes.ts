import { type NoteDocument, rootOf } from '#domain/note/document.ts';
import type { ClaimKey, ExhibitKey, Ground, NoteKey } from './ground.ts';
import { cite, claimBlock, exhibitImage, heading, list, paragraph, quote, table } from './note-nodes.ts';
import { fromNote } from './note-sentences.ts';
import { face } from './photo.ts';
import { words } from './posts.ts';
import { said } from './statements.ts';

/** A note of the sample: its title, and its text once everything that it cites is there. */
export interface SampleNote {
  title: string;
  text(of: Ground): NoteDocument;
}

const ex = (of: Ground, key: ExhibitKey) => cite('exhibit', of.exhibit(key));
const claim = (of: Ground, key: ClaimKey) => cite('claim', of.claim(key));
const shot = (of: Ground, exhibit: ExhibitKey, part: Parameters<Ground['part']>[0]) =>
  cite('exhibit', of.exhibit(exhibit), { type: 'shot', shot: of.part(part) });

const ambush: SampleNote = {
  title: 'The ambush, as told',
  text: (of) => ({
    root: rootOf([
      paragraph(
        'A patrol of Malian soldiers with Russian fighters was attacked in the desert near Tinzaouaten, at the Algerian border ',
        cite('tag', of.tag('border')),
        ', from Thursday to Saturday, 25 to 27 July 2024 ',
        ex(of, 'communique'),
        '. JNIM calls it a “complex” ambush that destroyed the convoy ',
        claim(of, 'complexAmbush'),
        '. The Tuareg coalition claims the attack as well ',
        claim(of, 'coalitionAttacked'),
        ', and later denied that JNIM took part ',
        claim(of, 'jnimTookNoPart'),
        '.',
      ),
      // The one sentence of the sample that nothing supports, so that looking for such sentences finds it.
      paragraph('A sandstorm is part of some accounts.'),
      heading('h2', 'The course of it'),
      paragraph(
        'Wagner-linked channels tell that the attackers took heavy losses at first and then regrouped; command sent more men, and the attacks grew ',
        claim(of, 'regrouped'),
        '. The last radio message came late on Saturday: three men were left, still fighting ',
        cite('exhibit', of.exhibit('postA'), of.quote('postA', words.lastMessage)),
        '. Two more channels have it, word for word ',
        ex(of, 'postB'),
        ' ',
        ex(of, 'postC'),
        '. A second channel says that the unit’s commander was killed ',
        claim(of, 'unitCommander'),
        '.',
      ),
      quote(`«${words.lastMessage.slice(1, -1)}» `, ex(of, 'postA')),
      claimBlock(of.claim('lastMessage')),
      heading('h2', 'What the pictures show'),
      list(
        'bullet',
        ['A video ends with the camera on a bearded man on the ground ', shot(of, 'begging', 'begging2'), '.'],
        [
          'In another, men kneel in the debris of a vehicle ',
          shot(of, 'kneeling', 'kneeling1'),
          '; a pickup with armed men drives up ',
          shot(of, 'kneeling', 'kneeling4'),
          '.',
        ],
        ['JNIM published burning vehicles and dozens of bodies ', ex(of, 'burning'), '.'],
      ),
      heading('h2', 'Who helped, who is silent'),
      paragraph(
        'A Ukrainian spokesman said on television that the rebels had been given information that they needed ',
        claim(of, 'informed'),
        '. No official Russian body has spoken, a researcher in London says ',
        ex(of, 'researcherSays'),
        '.',
      ),
    ]),
  }),
};

const head = (...titles: string[]): string[][] => titles.map((title) => [title]);

const countsNote: SampleNote = {
  title: 'Who counted what',
  text: (of) => ({
    root: rootOf([
      paragraph(
        'Every number here is somebody’s. None is averaged; where an end was left open it stays open. The posts of three channels ',
        ex(of, 'postA'),
        ' ',
        ex(of, 'postB'),
        ' ',
        ex(of, 'postC'),
        ' are one origin.',
      ),
      table(
        head('Who counts', 'Russians killed', 'Malian soldiers killed', 'As of'),
        [['JNIM'], ['50 ', claim(of, 'jnimRussians')], ['10 ', claim(of, 'jnimMalians')], ['28 July']],
        [
          ['Tuareg coalition'],
          ['84 ', claim(of, 'coalitionRussians')],
          ['47 ', claim(of, 'coalitionMalians')],
          ['2 August'],
        ],
        [['Unofficial Russian channels'], ['up to 80 ', claim(of, 'channelsRussians')], ['–'], ['28–29 July']],
        [['A former commander'], ['more than 80 ', claim(of, 'commanderRussians')], ['–'], ['28–29 July']],
        [['Military bloggers'], ['at least 20 ', claim(of, 'bloggersRussians')], ['–'], ['28 July']],
        [['Agency close to Moscow'], ['25 ', claim(of, 'agencyRussians')], ['–'], ['29 July']],
        [['Other Russian channels'], ['fewer than 80 ', claim(of, 'othersRussians')], ['–'], ['29 July']],
        [
          ['A newspaper, from pictures'],
          ['46 or more ', claim(of, 'newspaperRussians')],
          ['24 or more ', claim(of, 'newspaperMalians')],
          ['later'],
        ],
        [['Malian army'], ['–'], ['2 ', claim(of, 'armyMalians')], ['26 July, updated 29 July']],
      ),
      heading('h2', 'What stands against what'),
      paragraph(
        'The army’s number ',
        cite('exhibit', of.exhibit('communique'), of.quote('communique', said.armyDead)),
        ' is far below the count from pictures ',
        ex(of, 'pictureCount'),
        '. The army also gives about 20 attackers killed ',
        claim(of, 'armyAttackers'),
        '; the coalition gives 9 of its own ',
        claim(of, 'coalitionOwn'),
        '.',
      ),
      heading('h2', 'Still to do'),
      list(
        'check',
        ['Find out how the newspaper counted ', ex(of, 'pictureCount')],
        ['Learn who “2 and 9 captured” are ', claim(of, 'newspaperCaptured')],
        ['Ask the ministry again; it did not answer'],
      ),
    ]),
  }),
};

const blogger: SampleNote = {
  title: 'Is it the blogger?',
  text: (of) => ({
    root: rootOf([
      paragraph(fromNote.resembles, claim(of, 'resembles')),
      paragraph(
        'A likeness is no identification. The photo has not been verified independently ',
        ex(of, 'russianCounts'),
        ', and this case holds a drawing in its place ',
        ex(of, 'photo'),
        '.',
      ),
      exhibitImage(of.exhibit('photo'), of.picture.sha256),
      heading('h2', 'For it'),
      list(
        'bullet',
        [
          'The face ',
          cite('exhibit', of.exhibit('photo'), {
            type: 'region',
            asset: of.picture.sha256,
            rectangle: face,
          }),
          '.',
        ],
        ['His channel was no longer updated afterwards ', ex(of, 'russianCounts'), '.'],
        ['One long-time analyst thinks that he is probably dead ', claim(of, 'probablyDead'), '.'],
      ),
      heading('h2', 'Open'),
      paragraph('Whether he is among the dead cannot be established ', claim(of, 'cannotTell'), '.'),
      claimBlock(of.claim('cannotTell')),
    ]),
  }),
};

/** The sample's notes, in order. */
export const notes: Record<NoteKey, SampleNote> = { ambush, counts: countsNote, blogger };
