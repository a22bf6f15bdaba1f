import type { Source } from '#domain/source.ts';
import type { Given, SourceKey } from './ground.ts';

const plain = { aliases: [], handles: [], party: false, confidential: false, pseudonym: '', remarks: '' };

/** Who the sample's exhibits come from and who makes its claims. No private person has a name here. */
export const sources: Record<SourceKey, Given<Source>> = {
  jnim: {
    ...plain,
    name: 'JNIM',
    what: 'group',
    party: true,
    remarks:
      'Al-Qaida’s affiliate in the Sahel. Has worked with the Tuareg coalition from case to case. Claims the attack.',
  },
  coalition: {
    ...plain,
    name: 'Tuareg rebel coalition',
    aliases: ['Tuareg front'],
    what: 'group',
    party: true,
    remarks: 'Claims the attack; later denied that JNIM took part.',
  },
  malianArmy: { ...plain, name: 'Malian army', what: 'office', party: true },
  russianMinistry: {
    ...plain,
    name: 'Russian Ministry of Defence',
    what: 'office',
    party: true,
    remarks: 'Was asked and did not answer.',
  },
  ukrainianIntelligence: {
    ...plain,
    name: 'Ukrainian intelligence',
    what: 'office',
    party: true,
    remarks: 'Marked as a party because its spokesman says that it helped one side with information.',
  },
  channelA: {
    ...plain,
    name: 'Channel A (sample)',
    what: 'channel',
    party: true,
    remarks: 'Stands for one Wagner-linked channel. Its post is invented for this sample.',
  },
  channelB: {
    ...plain,
    name: 'Channel B (sample)',
    what: 'channel',
    party: true,
    remarks: 'Stands for a channel that forwards others. Its post is invented for this sample.',
  },
  channelC: {
    ...plain,
    name: 'Channel C (sample)',
    what: 'channel',
    party: true,
    remarks: 'Stands for a channel that copies others without saying so. Its post is invented for this sample.',
  },
  wagnerChannels: {
    ...plain,
    name: 'Wagner-linked channels',
    what: 'channel',
    party: true,
    remarks: 'Several accounts of the course of the battle, as the press told them.',
  },
  unofficialChannels: {
    ...plain,
    name: 'Unofficial Russian channels',
    what: 'channel',
    remarks: 'Several; the press does not name them.',
  },
  otherChannels: {
    ...plain,
    name: 'Other Russian channels',
    what: 'channel',
    remarks: 'They put the number lower than the rest and give none of their own.',
  },
  formerCommander: {
    ...plain,
    name: 'Former commander, on Telegram',
    what: 'person',
    remarks: 'Left without a name.',
  },
  militaryBloggers: { ...plain, name: 'Russian military bloggers', what: 'channel' },
  agency: { ...plain, name: 'News agency close to Moscow', what: 'outlet' },
  officialChannel: {
    ...plain,
    name: 'Official Russian channel',
    what: 'channel',
    party: true,
    remarks: 'Announced in January that the Russian presence in Mali would grow.',
  },
  monitoringGroup: {
    ...plain,
    name: 'Monitoring group',
    what: 'office',
    remarks: 'Relays what JNIM publishes and counts attacks in the region.',
  },
  newspaper: {
    ...plain,
    name: 'Newspaper (count from pictures)',
    what: 'outlet',
    remarks: 'Counted from pictures, later than the others.',
  },
  article: {
    ...plain,
    name: 'Press accounts',
    what: 'outlet',
    remarks: 'The facts of this sample are taken from press accounts and told in its own words.',
  },
  researcher: { ...plain, name: 'Researcher in London', what: 'person' },
  analyst: { ...plain, name: 'Long-time analyst', what: 'person' },
};
