import { generate } from 'selfsigned';
import type { Tls } from '../server/tls.ts';

export interface Authority {
  cert: Buffer;
  /** A certificate for this machine, signed by this authority; its holder trusts `trusted`, without it this authority. */
  issue(name: string, trusted?: Authority): Promise<Tls>;
}

const named = (value: string) => [{ name: 'commonName', value }];

/** A certificate authority of a test. */
export const newAuthority = async (name: string): Promise<Authority> => {
  const common = { keyType: 'ec', algorithm: 'sha256' } as const;
  const root = await generate(named(name), {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const own: Authority = {
    cert: Buffer.from(root.cert),
    issue: async (subject, trusted = own) => {
      const { cert, private: key } = await generate(named(subject), {
        ...common,
        ca: { key: root.private, cert: root.cert },
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'keyUsage', digitalSignature: true },
          { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
          {
            name: 'subjectAltName',
            altNames: [
              { type: 7, ip: '127.0.0.1' },
              { type: 2, value: 'localhost' },
            ],
          },
        ],
      });
      return { cert: Buffer.from(cert), key: Buffer.from(key), ca: trusted.cert };
    },
  };
  return own;
};
