import { createReadStream } from 'node:fs';
import { ImportError } from './import-error.ts';

export type Encoding = 'utf-8' | 'windows-1252';

const decodes = (decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): boolean => {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
};

const demandText = (start: Buffer): void => {
  if (start.subarray(0, 2).toString('latin1') === 'PK')
    throw new ImportError('Dit is een Excel- of zipbestand. Sla het op als "CSV UTF-8 (door lijstscheidingsteken gescheiden)" en importeer dat.');
  if (start.subarray(0, 1000).includes(0))
    throw new ImportError('Dit is geen CSV-bestand in UTF-8 of Windows-1252. Sla het op als "CSV UTF-8" en probeer het opnieuw.');
};

/** Reads the whole file: text that is valid UTF-8 throughout is UTF-8, any other is what Excel in the Netherlands writes. Throws ImportError. */
export const detectEncoding = async (file: string): Promise<Encoding> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let empty = true;
  let utf8 = true;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      if (empty) demandText(chunk);
      empty = false;
      utf8 &&= decodes(decoder, chunk);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('Het bestand is niet te lezen: bestaat het, en mag u het lezen?', { cause: error });
  }
  if (empty) throw new ImportError('Het bestand is leeg.');
  return utf8 && decodes(decoder) ? 'utf-8' : 'windows-1252';
};
