import { type Asset, BMFF, JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ActionAssertion, type Manifest, ManifestStore } from '@trustnxt/c2pa-ts/manifest';
import type { C2paReading } from './c2pa-reading.ts';

/** What says that bytes are others than those that were signed. Everything else that does not fit leaves it open. */
const ALTERED = /^(?:assertion\.(?:dataHash|bmffHash|hashedURI)|hashedURI|claimSignature)\.mismatch$/;
const BOUND = /^assertion\.(?:dataHash|bmffHash)\.match$/;

/**
 * Looks for a C2PA manifest in a JPEG, PNG, HEIC or AVIF and tells what it says and whether the file is as it was signed. Nothing is
 * fetched: no remote manifest, no revocation list. The library calls every certificate that is not expired trusted; that is
 * left out. Never throws. `now` in epoch milliseconds.
 */
export async function readC2pa(bytes: Uint8Array<ArrayBuffer>, mime: string, now: number): Promise<C2paReading> {
  const open = openers[mime];
  if (!open) return { found: 'not-looked', why: mime };
  try {
    const asset = open(bytes);
    const jumbf = asset.getManifestJUMBF();
    if (!jumbf) return { found: 'none' };
    const store = ManifestStore.read(SuperBox.fromBuffer(jumbf.slice()));
    const manifest = store.getActiveManifest();
    if (!manifest) return { found: 'unreadable', why: 'no active manifest' };
    const { statusEntries } = await store.validate(asset);
    const faults = [...new Set(statusEntries.flatMap(({ code, success }): string[] => (success ? [] : [code])))];
    const codes = statusEntries.flatMap(({ code, success }): string[] => (success ? [code] : []));
    return {
      found: 'manifest',
      bound: boundOf(faults, codes),
      faults,
      ...saidBy(manifest, now),
    };
  } catch (error) {
    // Subtle: the library throws errors of many kinds on broken manifests; none of them is ours to foresee.
    return { found: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}

const openers: Readonly<Record<string, (bytes: Uint8Array<ArrayBuffer>) => Asset>> = {
  'image/jpeg': (bytes) => new JPEG(bytes),
  'image/png': (bytes) => new PNG(bytes),
  'image/heic': (bytes) => new BMFF(bytes),
  'image/avif': (bytes) => new BMFF(bytes),
};

function boundOf(faults: readonly string[], codes: readonly string[]): 'intact' | 'altered' | 'not-checked' {
  if (faults.some((code) => ALTERED.test(code))) return 'altered';
  const isBound = codes.some((code) => BOUND.test(code)) && codes.includes('claimSignature.validated');
  return isBound ? 'intact' : 'not-checked';
}

function saidBy({ claim, assertions, signature }: Manifest, now: number) {
  const certificate = signature?.signatureData.certificate;
  const signed = signature?.signatureData.timestamp;
  const all = assertions?.assertions ?? [];
  const title = claim?.title;
  const generator = [claim?.claimGeneratorName, claim?.claimGeneratorVersion].filter((part) => part).join(' ');
  return {
    ...(generator === '' ? {} : { generator }),
    ...(typeof title === 'string' ? { title } : {}),
    assertions: all.flatMap(({ label }) => (label === undefined ? [] : [label])),
    actions: all.flatMap((one): string[] =>
      one instanceof ActionAssertion ? one.actions.map(({ action }) => String(action)) : [],
    ),
    ...(certificate
      ? {
          signer: {
            subject: certificate.subject,
            issuer: certificate.issuer,
            from: certificate.notBefore.toISOString(),
            to: certificate.notAfter.toISOString(),
            expired: certificate.notAfter.getTime() < now,
          },
        }
      : {}),
    ...(signed ? { signed: signed.toISOString() } : {}),
  };
}
