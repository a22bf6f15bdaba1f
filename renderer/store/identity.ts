import { type Id, newId } from '#domain/id.ts';
import { Clock } from '#domain/stamp.ts';
import { schemas } from '#domain/tables.ts';
import { database, type Identity, type Self } from './database.ts';
import { announce, CaseMissing, type Touched } from './open-case.ts';

const nobody: Self = { id: 'self', name: '', initials: '' };

/** Gives the person and key of this device; the name is empty until the person gives one. */
export async function self(): Promise<Self> {
  return (await database.self.get('self')) ?? nobody;
}

/** Keeps the name and initials that new cases are signed with. */
export async function setSelf(person: { name: string; initials: string }): Promise<void> {
  await database.transaction('rw', database.self, async () => {
    await database.self.put({ ...(await self()), ...person });
  });
}

/**
 * Gives the fingerprint of this device's Ed25519 key (SHA-256 of the raw public key, 64 hexadecimal digits), making the key the first
 * time. The private half cannot be read out of the browser's key store.
 */
export async function deviceFingerprint(): Promise<string> {
  const known = await self();
  if (known.fingerprint) return known.fingerprint;
  const key = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  if (!('publicKey' in key)) throw new TypeError('Ed25519 gives a pair of keys.');
  const raw = await crypto.subtle.exportKey('raw', key.publicKey);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
  const fingerprint = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return database.transaction('rw', database.self, async () => {
    const now = await self();
    if (now.fingerprint) return now.fingerprint;
    await database.self.put({ ...now, key, fingerprint });
    return fingerprint;
  });
}

/**
 * Makes this device and its person known in a case, unless they are already, and gives who they are there. The device that
 * makes a case has no mark; one that joins takes two letters that no other device of the case has.
 */
export async function join(caseId: Id, as: 'maker' | 'joiner'): Promise<Identity> {
  const fingerprint = await deviceFingerprint();
  return database.transaction(
    'rw',
    [database.identities, database.self, database.records('people'), database.records('devices')],
    async () => {
      const known = await database.identities.get(caseId);
      if (known) return known;
      const identity = { case: caseId, person: newId(), device: newId() };
      const { name, initials } = await self();
      const common = {
        case: caseId,
        made: { at: new Clock().next(identity.device), by: identity.person, device: identity.device },
        stamps: {},
      };
      const devices = await database.records('devices').where('case').equals(caseId).toArray();
      const mark = as === 'maker' ? '' : freeMark(fingerprint, new Set(devices.map((d) => d.mark)));
      await database.records('people').add(schemas.people.parse({ ...common, id: identity.person, name, initials }));
      await database.records('devices').add(schemas.devices.parse({ ...common, id: identity.device, name: '', mark }));
      await database.identities.add(identity);
      return identity;
    },
  );
}

/**
 * Who this device is in a case. In a case that came in a file and was only read until now it joins here, as the first change is
 * about to be made; windows that show the case are told. Rejects with {@link CaseMissing} when there is no such case.
 */
export async function identityOf(caseId: Id): Promise<Identity> {
  const known = await database.identities.get(caseId);
  if (known) return known;
  if (!(await database.records('cases').get(caseId))) throw new CaseMissing(caseId);
  const identity = await join(caseId, 'joiner');
  const person = await database.records('people').get(identity.person);
  const device = await database.records('devices').get(identity.device);
  const joined = [person, device].filter((record) => record !== undefined);
  const touched: Touched[] = [
    { table: 'people', ids: [identity.person] },
    { table: 'devices', ids: [identity.device] },
  ];
  announce(caseId, touched, new Map(joined.map((record) => [record.id, record])));
  return identity;
}

/** Letters that cannot be taken for digits when said aloud or written by hand. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function freeMark(fingerprint: string, taken: ReadonlySet<string>): string {
  const start = Number.parseInt(fingerprint.slice(0, 8), 16);
  for (let step = 0; step < letters.length ** 2; step += 1) {
    const n = (start + step) % letters.length ** 2;
    const mark = `${letters[Math.floor(n / letters.length)]}${letters[n % letters.length]}`;
    if (!taken.has(mark)) return mark;
  }
  return `${letters[start % letters.length]}${taken.size}`.replace(/\d/g, (digit) => letters[Number(digit)] ?? 'A');
}
