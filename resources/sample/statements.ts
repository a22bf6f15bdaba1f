import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Given, Ground } from './ground.ts';
import { attack, nearTinzaouaten, retold } from './known.ts';

type Statements = Record<
  'jnimClaim' | 'communique' | 'spokesman' | 'researcherSays' | 'coalitionCount',
  (of: Ground) => Given<Exhibit>
>;

const ownWording = '(Wording: the sample’s own, after reports of the statement.)';

/** The words that the claims quote. */
export const said = {
  jnimRussians: '50 Russians',
  jnimMalians: '10 Malian soldiers',
  jnimAmbush: 'destroyed in a “complex” ambush',
  armyDead: 'deux soldats tués',
  armyWounded: 'dix blessés',
  armyAttackers: 'une vingtaine d’assaillants',
  armyRefuge: 'a refuge of terrorists and smugglers',
  informed: 'had been given information that they needed',
  silent: 'No official Russian body has spoken',
  coalitionRussians: '84 Russians',
  coalitionMalians: '47 Malian soldiers',
  coalitionOwn: '9 of their own',
  coalitionDenies: 'JNIM took no part',
};

/** What parties, officials and experts said. */
export const statements: Statements = {
  jnimClaim: (of) => ({
    ...emptyExhibit('statement'),
    title: 'JNIM’s claim, as a monitoring group relays it',
    description: `50 Russians and 10 Malian soldiers killed, the convoy destroyed. ${ownWording}`,
    tags: [of.tag('convoy'), of.tag('russianDead'), of.tag('malianDead')],
    source: of.source('monitoringGroup'),
    happened: attack,
    published: { edtf: '2024-07-28', words: 'Sunday' },
    place: nearTinzaouaten,
    language: 'en',
    collected: retold,
    body: {
      speaker: of.source('jnim'),
      role: 'Party to the conflict; relayed by a monitoring group',
      medium: 'other',
      verbatim: `The fighters say that a convoy was ${said.jnimAmbush}. They count ${said.jnimRussians} and ${said.jnimMalians} killed.`,
      language: 'en',
      translations: {},
    },
  }),
  communique: (of) => ({
    ...emptyExhibit('statement'),
    title: 'Communiqué de l’armée malienne',
    description: `Two dead, ten wounded, about twenty attackers killed. ${ownWording}`,
    tags: [of.tag('border'), of.tag('malianDead')],
    source: of.source('malianArmy'),
    happened: attack,
    published: { edtf: '2024-07-26/2024-07-29', words: 'Friday 26 July, updated 29 July' },
    place: nearTinzaouaten,
    language: 'fr',
    collected: retold,
    work: 'ready-for-review',
    body: {
      speaker: of.source('malianArmy'),
      role: 'Army command',
      medium: 'press-release',
      verbatim: `L’armée fait état de ${said.armyDead} et de ${said.armyWounded} dans ses rangs, et de ${said.armyAttackers} tués. Les combats se poursuivent dans une région qu’elle décrit comme un refuge de terroristes et de trafiquants.`,
      language: 'fr',
      translations: {
        [of.part('communiqueInEnglish')]: {
          language: 'en',
          text: `The army reports two soldiers killed and ten wounded on its side, and about twenty attackers killed. Fighting goes on in a region that it describes as ${said.armyRefuge}.`,
          by: 'Casebound’s sample',
          maker: 'person',
        },
      },
    },
  }),
  spokesman: (of) => ({
    ...emptyExhibit('statement'),
    title: 'Ukrainian spokesman on television',
    description: `The rebels had been given information; details later. ${ownWording}`,
    tags: [of.tag('course')],
    source: of.source('ukrainianIntelligence'),
    published: { edtf: '2024-07-29', words: 'Monday' },
    language: 'en',
    collected: retold,
    body: {
      speaker: of.source('ukrainianIntelligence'),
      role: 'Spokesman',
      medium: 'television',
      occasion: 'Television, Monday 29 July',
      verbatim: `The spokesman said that the rebels ${said.informed}. Details would come later.`,
      language: 'en',
      translations: {},
    },
  }),
  researcherSays: (of) => ({
    ...emptyExhibit('statement'),
    title: 'A researcher in London on Moscow’s silence',
    description: `No official Russian body has spoken. ${ownWording}`,
    tags: [of.tag('russianDead')],
    source: of.source('researcher'),
    language: 'en',
    collected: retold,
    body: {
      speaker: of.source('researcher'),
      role: 'Researcher',
      verbatim: `${said.silent}, the researcher says.`,
      language: 'en',
      translations: {},
    },
  }),
  coalitionCount: (of) => ({
    ...emptyExhibit('statement'),
    title: 'The Tuareg coalition’s count',
    description: `84 Russians and 47 Malian soldiers killed, prisoners taken, 9 own dead; later a denial, whose day is not told, that JNIM took part. ${ownWording}`,
    tags: [of.tag('russianDead'), of.tag('malianDead'), of.tag('captives')],
    source: of.source('coalition'),
    happened: attack,
    published: { edtf: '2024-08-02' },
    place: nearTinzaouaten,
    language: 'en',
    collected: retold,
    body: {
      speaker: of.source('coalition'),
      role: 'Party to the conflict',
      verbatim: `The coalition claims the attack. It counts ${said.coalitionRussians} and ${said.coalitionMalians} killed, prisoners taken, and ${said.coalitionOwn} dead. Later it denied the part of its ally of other days: ${said.coalitionDenies}.`,
      language: 'en',
      translations: {},
    },
  }),
};
