import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Tls } from '../server/tls.ts';
import { type Finding, well, worry, wrong } from './finding.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 14;

/** Looks at one certificate: that it can be read, has its own key, is of this time, and is of the authority beside it. */
export const checkCertificate = (subject: string, { cert, key, ca }: Tls, now: Date): Finding[] => {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(cert);
  } catch {
    return [wrong(subject, 'is geen certificaat', 'Geef een PEM-bestand met het certificaat.')];
  }
  const findings: Finding[] = [];
  try {
    if (!certificate.checkPrivateKey(createPrivateKey(key)))
      findings.push(wrong(subject, 'hoort niet bij zijn sleutel', 'Geef de sleutel waarmee dit certificaat is aangevraagd.'));
  } catch {
    findings.push(wrong(subject, 'heeft een sleutel die niet te lezen is', 'Geef een PEM-bestand met de sleutel, zonder wachtwoord.'));
  }
  if (ca) {
    try {
      if (!certificate.verify(new X509Certificate(ca).publicKey))
        findings.push(worry(subject, 'is niet van de uitgever die de anderen moeten tonen', 'Klopt dat? Anders een van beide vervangen.'));
    } catch {
      findings.push(wrong(subject, 'heeft een uitgever die niet te lezen is', 'Geef een PEM-bestand met het certificaat van de uitgever.'));
    }
  }
  const [from, until] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const days = Math.floor((until.getTime() - now.getTime()) / DAY_MS);
  if (now < from) findings.push(wrong(subject, `geldt pas vanaf ${from.toISOString()}`, 'Kijk of de klok goed staat.'));
  else if (now > until)
    findings.push(wrong(subject, `is verlopen op ${until.toISOString()}`, 'Vraag een nieuw certificaat aan en start het programma opnieuw.'));
  else if (days < SOON_DAYS)
    findings.push(worry(subject, `verloopt over ${days} dagen`, 'Vraag nu een nieuw certificaat aan (ops/runbooks/CertificateExpires.md).'));
  return findings.length > 0 ? findings : [well(subject, `geldig tot ${until.toISOString().slice(0, 10)}`)];
};
